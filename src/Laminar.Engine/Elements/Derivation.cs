using Laminar.Engine.Applying;

namespace Laminar.Engine.Elements;

/// <summary>Elements that follow from others where the words do not state them: "indirect" from a percutaneous access under imaging (ruling 13).</summary>
internal static class Derivation
{
    public static void Apply(Pack pack, Dictionary<string, Resolution> resolutions)
    {
        foreach (var rule in pack.Derivations)
        {
            var resolution = resolutions[rule.Element];
            var open = resolution.Is(ElementStatus.Missing) || resolution.Is(ElementStatus.TitleOnly);
            if (open && rule.Conditions.All(c => c.Holds(resolutions, [])))
            {
                var ground = rule.Conditions.SelectMany(c => resolutions[c.Id].Deciding).ToList();
                resolutions[rule.Element] = resolution with { Status = ElementStatus.Documented, Values = [rule.Value], Mentions = [.. resolution.Mentions, .. ground], Deciding = ground };
            }
        }
    }
}

/// <param name="Value">What the element comes to where all conditions hold.</param>
internal sealed record DerivationRule(string Element, string Value, IReadOnlyList<Condition> Conditions);
