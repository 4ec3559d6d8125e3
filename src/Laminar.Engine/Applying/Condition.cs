using Laminar.Engine.Elements;

namespace Laminar.Engine.Applying;

/// <summary>What a rule of the gate or of what follows from what asks of one element or sign; a list that is empty asks nothing.</summary>
/// <param name="Id">An element or a sign of the pack.</param>
/// <param name="In">Where its mentions are looked for; without it the element's values count, wherever they come from.</param>
/// <param name="Attempted">Whether mentions that were only attempted count too.</param>
internal sealed record Condition(
    string Id, IReadOnlyList<string> Has, IReadOnlyList<string> Lacks, IReadOnlyList<string> Only, IReadOnlyList<string> Status, SectionMask? In, bool Attempted)
{
    /// <summary>Whether it holds; the mentions that say so are added to <paramref name="evidence"/>.</summary>
    public bool Holds(IReadOnlyDictionary<string, Resolution> resolutions, List<Mention> evidence)
    {
        var resolution = resolutions[Id];
        var counted = In is { } sections
            ? [.. resolution.Mentions.Where(m => Counts(m) && sections.Has(m.Section))]
            : resolution.Deciding;
        var values = In is null ? resolution.Values : counted.Select(m => m.Value).OfType<string>();
        if (Status.Count > 0 && !Status.Contains(resolution.Status)
            || Lacks.Any(values.Contains)
            || Only.Count > 0 && (!values.Any() || !values.All(Only.Contains))
            || Has.Count > 0 && !Has.Any(values.Contains))
        {
            return false;
        }

        if (Has.Count > 0 || Only.Count > 0)
        {
            evidence.AddRange(counted.Where(m => Has.Count == 0 || Has.Contains(m.Value)));
        }

        return true;
    }

    private bool Counts(Mention mention)
        => mention.State == MentionState.Performed || Attempted && mention.State is MentionState.Attempted;
}
