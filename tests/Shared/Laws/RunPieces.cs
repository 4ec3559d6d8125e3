using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>A unit of a run: a character of its text, or an element that is no text (tab, break, drawing …).</summary>
internal readonly record struct RunPiece(char Character, XElement? Element);

internal static class RunPieces
{
    public const char Object = '\uFFFC';
    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    /// <summary>What the run holds without its formatting, the same however text is cut into runs and text elements.</summary>
    public static IEnumerable<RunPiece> Of(XElement run)
        => run.Elements().Where(static element => element.Name != Names.RunProperties).SelectMany(Pieces);

    private static IEnumerable<RunPiece> Pieces(XElement element)
        => element.Is("t") ? Text(element).Select(static character => new RunPiece(character, null)) : [new(Character(element), element)];

    /// <summary>Word drops the white space at the ends unless it is said to be kept.</summary>
    private static string Text(XElement text) => KeepsSpace(text) ? text.Value : text.Value.Trim(Space);

    private static bool KeepsSpace(XElement text)
        => text.AncestorsAndSelf().Select(static element => element.Attribute(XNamespace.Xml + "space")?.Value).FirstOrDefault(static value => value is not null) == "preserve";

    private static char Character(XElement element) => element.Name.Namespace != Names.Word ? Object : element.Name.LocalName switch
    {
        "tab" or "ptab" => '\t',
        "br" or "cr" => '\n',
        "noBreakHyphen" => '\u2011',
        "softHyphen" => '\u00AD',
        _ => Object,
    };
}
