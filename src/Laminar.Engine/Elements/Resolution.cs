using Laminar.Engine.Sections;

namespace Laminar.Engine.Elements;

/// <summary>What the mentions of an element come to.</summary>
/// <param name="Conflicts">Mentions on both sides of a disagreement, in the draft's order.</param>
/// <param name="Deciding">The mentions that the status rests on.</param>
internal sealed record Resolution(
    ElementRule Element,
    string Status,
    IReadOnlyList<string> Values,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<Mention> Deciding,
    IReadOnlyList<Mention> Conflicts)
{
    public bool Is(string status) => Status == status;
}

internal static class Sorting
{
    /// <summary>Whether a section tells what was done or found today.</summary>
    public static bool IsBody(SectionKind kind) => SectionMask.Operation.Has(kind) || kind == SectionKind.Indication;

    public static bool IsHeading(SectionKind kind) => kind is SectionKind.Title or SectionKind.Diagnosis or SectionKind.Fact;
}

/// <summary>Comes to a status by the contract's rulings 1 to 5 from what was read of a choice, an act or a statement.</summary>
internal static class ChoiceResolver
{
    public static Resolution Resolve(ElementRule element, List<Mention> mentions)
    {
        var counted = mentions.FindAll(m => m.State is MentionState.Performed or MentionState.NotPerformed);
        var body = counted.FindAll(m => m.State == MentionState.Performed && (Sorting.IsBody(m.Section) || element.HeadingDocuments));
        if (element.First.Bits != 0 && body.Exists(m => element.First.Has(m.Section)))
        {
            body = body.FindAll(m => element.First.Has(m.Section));
        }

        if (body.Exists(m => !m.Fallback && !m.Uncertain))
        {
            body = body.FindAll(m => !m.Fallback);
        }

        var title = counted.FindAll(m => m.State == MentionState.Performed && Sorting.IsHeading(m.Section) && !element.HeadingDocuments);
        var denied = counted.FindAll(m => m.State == MentionState.NotPerformed && (Sorting.IsBody(m.Section) || Sorting.IsHeading(m.Section)));
        var clear = body.FindAll(m => !m.Uncertain && !m.Alternative);
        var clearTitle = title.FindAll(m => !m.Uncertain && !m.Alternative);
        if (Disagreement(element, clearTitle, clear, denied) is { Count: > 0 } conflict)
        {
            return Make(ElementStatus.Conflict, [.. clearTitle, .. clear], conflict);
        }

        var alternatives = body.FindAll(m => m.Alternative);
        if (alternatives.Count > 0)
        {
            return Make(ElementStatus.Ambiguous, alternatives);
        }

        if (clear.Count > 0)
        {
            return Make(ElementStatus.Documented, clear);
        }

        var asked = body.FindAll(m => m.Uncertain);
        if (asked.Count > 0)
        {
            return Make(ElementStatus.Ambiguous, asked);
        }

        if (denied.Count > 0 && element.Deniable)
        {
            return Make(ElementStatus.NotPerformed, denied);
        }

        return clearTitle.Count > 0 ? Make(ElementStatus.TitleOnly, clearTitle)
            : title.Count > 0 ? Make(ElementStatus.Ambiguous, title)
            : Make(ElementStatus.Missing, []);

        Resolution Make(string status, List<Mention> deciding, List<Mention>? conflicts = null)
            => new(element, status, status is ElementStatus.NotPerformed or ElementStatus.Missing ? [] : Values(element, deciding), mentions, deciding, conflicts ?? []);
    }

    private static List<Mention> Disagreement(ElementRule element, List<Mention> title, List<Mention> body, List<Mention> denied)
    {
        if (!element.Compared || title.Count == 0)
        {
            return [];
        }

        if (element.Kind == ElementKind.Act)
        {
            return body.Count == 0 && denied.Exists(m => Sorting.IsBody(m.Section)) ? [.. title, .. denied.Where(m => Sorting.IsBody(m.Section))] : [];
        }

        var done = body.Select(m => m.Value).ToHashSet();
        return body.Count > 0 && !title.Exists(t => done.Contains(t.Value)) ? [.. title, .. body] : [];
    }

    /// <summary>Values in the order of the pack's list; the draft's own words in the draft's order.</summary>
    public static List<string> Values(ElementRule element, IEnumerable<Mention> mentions)
    {
        var said = mentions.Select(m => m.Value!).Distinct(StringComparer.Ordinal).ToList();
        return element.Values.Count == 0 ? said : [.. element.Values.Where(said.Contains), .. said.Where(v => !element.Values.Contains(v))];
    }
}
