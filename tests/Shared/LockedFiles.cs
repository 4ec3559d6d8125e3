using System.IO.Compression;

namespace Laminar.Tests;

/// <summary>Word files that must not be written into.</summary>
internal static class LockedFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006";

    public static IReadOnlyList<string> Codes { get; } = ["signed", "protected-from-editing", "marked-as-final"];

    /// <summary>By the code that they are refused with.</summary>
    public static byte[] Of(string code) => code switch
    {
        "signed" => With(("_xmlsignatures/origin.sigs", "")),
        "protected-from-editing" => With(
            ("word/settings.xml", $"""<w:settings xmlns:w="{Word}"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>"""),
            ("word/_rels/document.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/relationships/settings" Target="settings.xml"/></Relationships>""")),
        "marked-as-final" => With(
            ("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{Office}/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>"""),
            ("docProps/custom.xml", $$"""<Properties xmlns="{{Office}}/custom-properties" xmlns:vt="{{Office}}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="_MarkAsFinal"><vt:bool>true</vt:bool></property></Properties>""")),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No file is locked in this way."),
    };

    private static byte[] With(params (string Name, string Text)[] parts)
    {
        var bytes = new MemoryStream();
        bytes.Write(WordFiles.Zip(FictionalDraft.Paragraphs));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                zip.GetEntry(name)?.Delete();
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
