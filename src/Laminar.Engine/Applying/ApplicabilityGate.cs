using Laminar.Engine.Elements;

namespace Laminar.Engine.Applying;

/// <summary>Says whether the pack fits the draft, by the pack's rules in their order (ruling 10).</summary>
internal sealed class ApplicabilityGate(IReadOnlyList<ApplicabilityRule> rules, IReadOnlyDictionary<string, Resolution> resolutions)
{
    public (string Status, string Reason, IReadOnlyList<Mention> Evidence) Judge()
    {
        foreach (var rule in rules)
        {
            var evidence = new List<Mention>();
            if (rule.Conditions.All(c => Holds(c, evidence)))
            {
                return (rule.Status, rule.Reason, evidence);
            }
        }

        return ("applies", "Nothing in the draft speaks against this pack.", []);
    }

    private bool Holds(ApplicabilityCondition condition, List<Mention> evidence)
    {
        var resolution = resolutions[condition.Id];
        var counted = condition.In is { } sections
            ? [.. resolution.Mentions.Where(m => Counts(m, condition) && sections.Has(m.Section))]
            : resolution.Deciding;
        var values = condition.In is null ? resolution.Values : counted.Select(m => m.Value).OfType<string>();
        if (condition.Status.Count > 0 && !condition.Status.Contains(resolution.Status)
            || condition.Lacks.Any(values.Contains)
            || condition.Only.Count > 0 && (!values.Any() || !values.All(condition.Only.Contains))
            || condition.Has.Count > 0 && !condition.Has.Any(values.Contains))
        {
            return false;
        }

        if (condition.Has.Count > 0 || condition.Only.Count > 0)
        {
            evidence.AddRange(counted.Where(m => condition.Has.Count == 0 || condition.Has.Contains(m.Value)));
        }

        return true;
    }

    private static bool Counts(Mention mention, ApplicabilityCondition condition)
        => mention.State == MentionState.Performed || condition.Attempted && mention.State is MentionState.Attempted;
}
