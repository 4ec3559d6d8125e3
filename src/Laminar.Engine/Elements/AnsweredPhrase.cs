using Laminar.Engine.Analysis;

namespace Laminar.Engine.Elements;

/// <summary>What the pack reads in its own phrase of an element when the field holds some words: the one place where it is sure what they answer.</summary>
internal static class AnsweredPhrase
{
    public static List<Mention> Read(Pack pack, ElementRule element, string words)
    {
        var suggestion = new Suggestion(element.Phrase, [.. element.Fields.Select(f => new SuggestionField(f.Name, f.Options, null, null))], element.NotDone, element.Unable);
        if (!Wording.TryWrite(suggestion, element.Fields.ToDictionary(f => f.Name, _ => words, StringComparer.Ordinal), out var sentence, out _))
        {
            return [];
        }

        var space = Workspace.Rent();
        try
        {
            var reading = DraftAnalysis.Analyse(Under(pack, element, sentence), pack, space, CancellationToken.None);
            return MentionReader.Read(reading, new TermSets(reading), CancellationToken.None)[element.Number];
        }
        finally
        {
            Workspace.Return(space);
        }
    }

    /// <summary>The sentence in the section that its question asks for.</summary>
    private static Draft Under(Pack pack, ElementRule element, string sentence)
        => new("phrase", string.Empty, pack.Sections.First(element.Place.Section) is { } heading && element.Place.Section != Sections.SectionKind.Fact
            ? [new DraftParagraph($"{heading.ToUpperInvariant()}:"), new DraftParagraph(sentence)]
            : [new DraftParagraph(sentence)], []);
}
