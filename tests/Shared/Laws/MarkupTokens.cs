using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>
/// A part as a list of small pieces that is the same however its text is cut into runs: two parts with equal lists differ in nothing but
/// prefixes, white space between elements and the cuts.
/// </summary>
internal static class MarkupTokens
{
    /// <summary>What, and the run (attributes and formatting) it stands in.</summary>
    internal readonly record struct Token(string What, string Run);

    public static List<Token> Of(XElement root)
    {
        var tokens = new List<Token>();
        Add(root, "", tokens);
        return tokens;
    }

    public static string Canonical(XElement? element) => element is null || IsEmpty(element) ? "" : string.Concat(Of(element).Select(static token => token.What));

    private static void Add(XElement element, string run, List<Token> tokens)
    {
        if (IsEmpty(element))
        {
            return;
        }

        if (element.Name == Names.Run)
        {
            AddRun(element, tokens);
            return;
        }

        if (!ContinuesInsertion(element.ElementsBeforeSelf().LastOrDefault(), element))
        {
            tokens.Add(new($"<{Qualified(element.Name)}{Attributes(element)}>", run));
        }

        foreach (var node in element.Nodes())
        {
            Add(node, run, tokens);
        }

        if (!ContinuesInsertion(element, element.ElementsAfterSelf().FirstOrDefault()))
        {
            tokens.Add(new($"</{element.Name.LocalName}>", run));
        }
    }

    // Somebody's insertion is cut where something is put into its middle, as Word does it: two of the same hand and time are one.
    private static bool ContinuesInsertion(XElement? first, XElement? second)
        => first is not null && second is not null && first.Is("ins", "moveTo") && second.Name == first.Name
            && first.WordAttribute("author") == second.WordAttribute("author") && first.WordAttribute("date") == second.WordAttribute("date");

    private static void Add(XNode node, string run, List<Token> tokens)
    {
        switch (node)
        {
            case XElement element:
                Add(element, run, tokens);
                break;
            // White space is text only where text stands, not where an element has lost all that it held.
            case XText text when !string.IsNullOrWhiteSpace(text.Value) || !(node.Parent!.HasElements || node.Parent.Is("ins", "p")):
                tokens.Add(new(text.Value, run));
                break;
            case XComment or XProcessingInstruction:
                tokens.Add(new(node.ToString(), run));
                break;
        }
    }

    private static void AddRun(XElement run, List<Token> tokens)
    {
        var format = $"{Attributes(run)} {Canonical(run.Element(Names.RunProperties))}";
        var before = tokens.Count;
        foreach (var piece in RunPieces.Of(run))
        {
            if (piece.Element is null)
            {
                tokens.Add(new(piece.Character.ToString(), format));
            }
            else
            {
                Add(piece.Element, format, tokens);
            }
        }

        if (tokens.Count == before)
        {
            tokens.Add(new("an empty run", format));
        }
    }

    // An element of formatting that says nothing is as good as none.
    private static bool IsEmpty(XElement element) => element.Is("rPr", "pPr") && element.Attributes().All(static attribute => attribute.IsNamespaceDeclaration) && element.Elements().All(IsEmpty);

    private static string Attributes(XElement element) => string.Concat(element.Attributes()
        .Where(static attribute => !attribute.IsNamespaceDeclaration && !IsNumberOfFormatChange(attribute))
        .OrderBy(static attribute => attribute.Name.ToString(), StringComparer.Ordinal)
        .Select(static attribute => $" {Qualified(attribute.Name)}=\"{attribute.Value}\""));

    // A run that is cut has its tracked formatting twice, and the second needs a number of its own.
    private static bool IsNumberOfFormatChange(XAttribute attribute)
        => attribute.Name == Names.Id && attribute.Parent!.WordAttribute("author") is not null && attribute.Parent!.Ancestors(Names.RunProperties).Any(static format => format.Parent?.Name == Names.Run);

    private static string Qualified(XName name) => name.Namespace == Names.Word ? $"w:{name.LocalName}" : name.ToString();
}
