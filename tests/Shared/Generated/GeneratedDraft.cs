using System.IO.Compression;
using System.Xml.Linq;
using CsCheck;

namespace Laminar.Tests.Generated;

/// <summary>Random, schema-valid Word files that read as operative reports and hold most of what Word can put into one.</summary>
internal static class GeneratedDraft
{
    private const string Title = "PROCEDURE PERFORMED: Percutaneous interlaminar laminotomy, left T8-T9.";
    private const string Last = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId_header\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>";

    private static readonly Gen<string> Head = Gen.Select(
        Gen.Int[1, Title.Length - 1].SelectMany(static cut => Inlines.Of([Title[..cut], Title[cut..]])), Gen.OneOf("", "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>"),
        static (line, heading) => $"<w:p><w:r><w:t>OPERATIVE REPORT</w:t></w:r></w:p><w:p>{line}</w:p><w:p>{heading}<w:r><w:t>DESCRIPTION OF PROCEDURE:</w:t></w:r></w:p>");

    /// <summary>The markup of a body, ids and all.</summary>
    public static Gen<string> Body { get; } = Gen.Select(Head, Gen.Frequency((12, Blocks.Any(2)), (1, Blocks.SectionEnd)).Array[1, 8], Gen.Bool,
        static (head, blocks, pretty) => Written(IdStamp.Stamp(head + string.Concat(blocks) + Last), pretty));

    public static Gen<byte[]> Docx { get; } = Gen.Select(Body, Gen.Bool, Gen.OneOf(CompressionLevel.Optimal, CompressionLevel.NoCompression),
        static (body, macros, level) => SamplePackage.Of(body, macros, level));

    // As other producers write it: each element on a line of its own, indented.
    private static string Written(string body, bool pretty)
    {
        if (!pretty)
        {
            return body;
        }

        var root = XElement.Parse($"<w:body {SamplePackage.Namespaces}>{body}</w:body>");
        return string.Concat(root.Elements().Select(static block => "\n  " + block));
    }
}
