using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>Without what was put in, the touched parts say what they said: every character with its formatting, and every other element.</summary>
internal static class MarkupLaw
{
    private const int Around = 4;

    public static IEnumerable<string> Check(DocxFile before, DocxFile after, Additions additions)
    {
        var (old, written) = (before.Xml(before.Main)!, after.Xml(after.Main)!);
        return
        [
            .. Compare("main part", old, additions.WithoutThem(written)),
            .. Compare("comments", Filled(before.Xml(before.Comments)), additions.CommentsWithoutThem(after.Xml(after.Comments))),
            .. LostPrefixes(old, written),
        ];
    }

    private static IEnumerable<string> Compare(string part, XElement? before, XElement? after)
    {
        var (old, rest) = (Tokens(before), Tokens(after));
        var at = old.Zip(rest).TakeWhile(static pair => pair.First == pair.Second).Count();
        return at == old.Count && at == rest.Count ? [] : [$"The {part} differs from the original in more than what was put in: {Show(old, at)} became {Show(rest, at)}"];
    }

    private static List<MarkupTokens.Token> Tokens(XElement? root) => root is null ? [] : MarkupTokens.Of(root);

    // Comments that hold none are as good as no comments.
    private static XElement? Filled(XElement? comments) => comments is { HasElements: true } ? comments : null;

    private static string Show(List<MarkupTokens.Token> tokens, int at)
    {
        var shown = tokens.Skip(Math.Max(0, at - Around)).Take((2 * Around) + 1).Select(static token => token.What);
        return $"[{string.Concat(shown)}] in run [{(at < tokens.Count ? tokens[at].Run : "")}]";
    }

    // Values like mc:Ignorable="w14" mean something only while their prefixes are declared.
    private static IEnumerable<string> LostPrefixes(XElement before, XElement after)
        => from declaration in before.Attributes()
           where declaration.IsNamespaceDeclaration && after.Attribute(declaration.Name)?.Value != declaration.Value
           select $"The root no longer declares {declaration}.";
}
