using System.Buffers.Binary;
using System.Globalization;
using System.Xml.Linq;
using static Laminar.Tests.ManifestRules;

namespace Laminar.Tests;

/// <summary>Icons: all sizes that Office asks for, and behind each address a picture of just that size.</summary>
internal static class ManifestIcons
{
    private static readonly int[] Sizes = [16, 20, 24, 32, 40, 48, 64, 80];

    // A pane's icon in lists of add-ins. For Outlook they would be 64 and 128.
    private static readonly (string Element, int Size)[] Listed = [("IconUrl", 32), ("HighResolutionIconUrl", 64)];

    private const int MostBytes = 100 * 1024;

    public static IEnumerable<Complaint> Check(XElement app, Func<string, byte[]?> content)
    {
        var images = app.Descendants(Basic + "Images").Elements().ToLookup(image => image.Get("id"), image => image.Get("DefaultValue"));
        return
        [
            .. app.All("Icon").SelectMany(icon => Where(!SizesOf(icon).SequenceEqual(Sizes), "icon-sizes", $"An icon comes in {string.Join(", ", SizesOf(icon))}.")),
            .. app.All("Icon").Elements().SelectMany(image => images[image.Get("resid")].SelectMany(address => Picture(address, Size(image), content))),
            .. Listed.SelectMany(listed => Picture(app.Find(listed.Element).Get("DefaultValue"), listed.Size, content)),
        ];
    }

    private static IEnumerable<int> SizesOf(XElement icon) => icon.Elements().Select(Size);

    private static int Size(XElement image) => int.TryParse(image.Get("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0;

    private static IEnumerable<Complaint> Picture(string address, int size, Func<string, byte[]?> content)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath : address;
        var bytes = content(path);
        return
        [
            .. Where(!path.EndsWith($"-{size}.png", StringComparison.Ordinal), "icon-name", $"{path} is not named for {size} pixels."),
            .. Where(bytes is null, "icon-file", $"The server has no {path}."),
            .. Where(bytes is not null && SizeOf(bytes) != (size, size), "icon-pixels", $"{path} is no PNG of {size} by {size}."),
            .. Where(bytes?.Length > MostBytes, "icon-bytes", $"{path} is larger than 100 KB."),
        ];
    }

    /// <summary>Width and height as a PNG's header has them.</summary>
    private static (int Width, int Height) SizeOf(ReadOnlySpan<byte> bytes) => bytes is [0x89, .. var rest] && rest.Length > 24 && rest.StartsWith("PNG\r\n\x1a\n"u8)
        ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
        : default;
}
