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
            if (rule.Conditions.All(c => c.Holds(resolutions, evidence)))
            {
                return (rule.Status, rule.Reason, evidence);
            }
        }

        return ("applies", "Nothing in the draft speaks against this pack.", []);
    }
}
