namespace Laminar.Tests.Laws;

/// <summary>With all changes rejected the text is the original; accepted, the original and the phrases.</summary>
internal static class TextLaw
{
    public static IEnumerable<string> Check(DocxFile before, DocxFile after, Additions additions, IReadOnlyCollection<string>? phrases)
    {
        var (old, written) = (before.Xml(before.Main)!, after.Xml(after.Main)!);
        var put = additions.Phrases(written);
        var (accepted, oldAccepted) = (WordText.Of(Revisions.Accept(written)), WordText.Of(Revisions.Accept(old)));
        var rest = WordText.Of(Revisions.Accept(Revisions.Reject(written, additions.IsOurs)));
        return
        [
            .. Same("With all changes rejected the text", WordText.Of(Revisions.Reject(old)), WordText.Of(Revisions.Reject(written))),
            .. Same("With all changes accepted and the phrases taken out the text", oldAccepted, rest),
            .. Grown(oldAccepted, accepted, put),
            .. phrases is null ? [] : Expected(phrases, put),
        ];
    }

    private static IEnumerable<string> Same(string what, WordText before, WordText after)
    {
        if (before.Texts.SequenceEqual(after.Texts))
        {
            return [];
        }

        var at = before.Texts.Zip(after.Texts).TakeWhile(static pair => pair.First == pair.Second).Count();
        return [$"{what} differs in paragraph {at}: “{before.Texts.ElementAtOrDefault(at)}” became “{after.Texts.ElementAtOrDefault(at)}”."];
    }

    private static IEnumerable<string> Grown(WordText before, WordText after, IReadOnlyList<string> phrases)
    {
        var grown = after.Texts.Sum(static text => text.Length) - before.Texts.Sum(static text => text.Length);
        var expected = phrases.Sum(static phrase => phrase.Length);
        return grown == expected ? [] : [$"With all changes accepted the text has grown by {grown} characters; the phrases have {expected}."];
    }

    private static IEnumerable<string> Expected(IReadOnlyCollection<string> phrases, IReadOnlyList<string> put)
        => phrases.Order(StringComparer.Ordinal).SequenceEqual(put.Order(StringComparer.Ordinal)) ? [] : [$"Put in was [{string.Join(" | ", put)}]; expected was [{string.Join(" | ", phrases)}]."];
}
