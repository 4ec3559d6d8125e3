using System.Security;
using CsCheck;

namespace Laminar.Tests.Generated;

/// <summary>Runs of a piece of text, formatted, cut and escaped in the ways that producers do.</summary>
internal static class Runs
{
    public const string Changed = "w:author=\"B. Editor\" w:date=\"2026-01-06T09:30:00Z\"";

    private static readonly Gen<string> Format = Gen.Frequency(
        (6, Gen.Const("")),
        (3, Gen.OneOf("<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>", "<w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>", "<w:rPr/>")),
        (2, Gen.OneOf("<w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/><w:color w:val=\"FF0000\"/><w:sz w:val=\"24\"/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>")),
        (1, Gen.Const($"<w:rPr><w:b/><w:rPrChange w:id=\"{IdStamp.New("change")}\" {Changed}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>")));

    private static readonly Gen<string> Attributes = Gen.OneOf("", " w:rsidR=\"00A1B2C3\"", " w:rsidR=\"00A1B2C3\" w:rsidRPr=\"00D4E5F6\"");

    private static readonly Gen<string> Between = Gen.Frequency(
        (8, Gen.Const("")), (1, Gen.OneOf("<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:lastRenderedPageBreak/>", "<w:t/>")));

    public static Gen<string> Of(string text) => Gen.Select(Attributes, Format, Text(text), Between, Gen.Bool,
        static (attributes, format, shown, between, before) => $"<w:r{attributes}>{format}{(before ? between + shown : shown + between)}</w:r>");

    /// <summary>The run of <see cref="Of"/> as a deleted one.</summary>
    public static Gen<string> Deleted(string text) => Gen.Select(Attributes, Format,
        (attributes, format) => $"<w:r{attributes}>{format}<w:delText xml:space=\"preserve\">{Escaped(text)}</w:delText></w:r>");

    private static Gen<string> Text(string text) => Gen.Frequency(
        (8, Gen.Const($"<w:t xml:space=\"preserve\">{Escaped(text)}</w:t>")),
        (2, Gen.Const($"<w:t>{Escaped(text)}</w:t>")),
        (1, Gen.Const($"<w:t>\n      {Escaped(text)}\n    </w:t>")),
        (1, Gen.Const($"<w:t xml:space=\"preserve\"><![CDATA[{text}]]></w:t>")),
        (1, Gen.Const($"<w:t xml:space=\"preserve\">&#x{(int)text[0]:X};{Escaped(text[1..])}</w:t>")),
        (1, Gen.Int[0, text.Length - 1].Select(cut => $"<w:t xml:space=\"preserve\">{Escaped(text[..cut])}</w:t><w:t xml:space=\"preserve\">{Escaped(text[cut..])}</w:t>")));

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
