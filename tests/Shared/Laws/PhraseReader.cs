using System.Text;
using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>Joins the inserted runs that follow each other into phrases; a paragraph's end, other text or the end of an outermost control cuts them.</summary>
internal static class PhraseReader
{
    public static IReadOnlyList<string> Read(XElement main, Func<XElement, bool> isOurs)
    {
        var (phrases, open) = (new List<string>(), new StringBuilder());
        object? holder = null;
        foreach (var run in main.Descendants(Names.Run).Where(static run => !InFallback(run)))
        {
            var inserted = run.Ancestors().TakeWhile(static element => element.Name != Names.Paragraph).Any(element => element.Is("ins") && isOurs(element));
            var next = inserted ? Holder(run) : null;
            if (next != holder)
            {
                Close(open, phrases);
            }

            holder = next;
            open.Append(inserted ? Text(run) : "");
        }

        Close(open, phrases);
        return phrases;
    }

    private static XElement? Holder(XElement run)
        => run.Ancestors(Names.Control).LastOrDefault(static control => Tag(control)?.StartsWith("laminar:", StringComparison.Ordinal) == true)
            ?? run.Ancestors(Names.Paragraph).FirstOrDefault();

    private static string? Tag(XElement control) => control.Element(Names.ControlProperties)?.Element(Names.Word + "tag")?.WordAttribute("val");

    private static string Text(XElement run) => string.Concat(RunPieces.Of(run).Select(static piece => piece.Character).Where(static character => character != RunPieces.Object));

    private static bool InFallback(XElement run) => run.Ancestors(Names.Compatibility + "Fallback").Any();

    private static void Close(StringBuilder open, List<string> phrases)
    {
        if (open.Length > 0)
        {
            phrases.Add(open.ToString());
            open.Clear();
        }
    }
}
