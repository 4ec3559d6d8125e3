using Microsoft.Net.Http.Headers;

namespace Laminar.Web;

/// <summary>The media types in which a draft may come. The reader looks at the bytes; a type only rules out what is certainly no draft.</summary>
internal static class DraftTypes
{
    public const string Form = "multipart/form-data";
    public const string Text = "text/plain";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Docm = "application/vnd.ms-word.document.macroEnabled.12";
    public const string Dotx = "application/vnd.openxmlformats-officedocument.wordprocessingml.template";
    public const string Dotm = "application/vnd.ms-word.template.macroEnabled.12";
    public const string Bytes = "application/octet-stream";

    /// <summary>What a draft that was written into can be.</summary>
    public static readonly string[] Word = [Docx, Docm, Dotx, Dotm];

    public static readonly string[] All =
    [
        .. Word,
        "application/xml",
        "text/xml",
        Text,
        Bytes,
        Form,
    ];

    // What senders say without meaning it: curl --data-binary, a .doc that is really a .docx, a zip.
    private static readonly string[] Loose = ["application/x-www-form-urlencoded", "application/msword", "application/zip"];

    public static MediaTypeHeaderValue Untold { get; } = new(Bytes);

    public static bool IsForm(MediaTypeHeaderValue type) => Is(type.MediaType.Value, Form);

    /// <summary>Null where the type is one of ours, in a charset that is.</summary>
    /// <param name="wanted">What has to come with the draft, which only a form can hold.</param>
    public static Problem? Refuse(MediaTypeHeaderValue? type, UploadPart? wanted)
    {
        var media = type?.MediaType.Value;
        if (wanted is not null && !Is(media, Form))
        {
            return wanted.NoForm;
        }

        if (media is null || !(Contains(All, media) || Contains(Loose, media)))
        {
            return new Problem(415, "media-type", "Send a Word file (.docx, .docm, .dotx, .dotm), Flat OPC XML or plain text.");
        }

        var charset = type!.Charset.Value?.Trim('"');
        return Is(media, Text) && charset is not (null or "") && !Contains(["utf-8", "us-ascii"], charset)
            ? new Problem(415, "charset", "Send plain text in UTF-8.")
            : null;
    }

    /// <summary>A name for a draft that came without one.</summary>
    public static string NameOf(MediaTypeHeaderValue type) => type.MediaType.Value switch
    {
        var media when Is(media, Text) => "draft.txt",
        var media when Is(media, "application/xml") || Is(media, "text/xml") => "draft.xml",
        var media when Is(media, Docx) => "draft.docx",
        _ => "draft",
    };

    /// <param name="extension">As <see cref="Laminar.Word.DraftDocument.Extension"/> says it.</param>
    public static string OfExtension(string extension) => extension switch
    {
        ".docm" => Docm,
        ".dotx" => Dotx,
        ".dotm" => Dotm,
        _ => Docx,
    };

    private static bool Is(string? media, string type) => string.Equals(media, type, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string[] types, string type) => types.Contains(type, StringComparer.OrdinalIgnoreCase);
}
