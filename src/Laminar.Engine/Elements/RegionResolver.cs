using Laminar.Engine.Levels;
using Laminar.Engine.Sections;

namespace Laminar.Engine.Elements;

/// <summary>The region: what the words state, else what the levels imply. A junction of two regions alone leaves it open where the pack says so.</summary>
internal sealed class RegionResolver(Pack pack, ElementRule element, List<Mention> words)
{
    public Resolution Resolve(Resolution levels)
    {
        var body = Stated(m => SectionMask.Operation.Has(m.Section));
        var title = Stated(m => m.Section is SectionKind.Title or SectionKind.Diagnosis);
        var told = Stated(m => m.Section == SectionKind.Indication);
        if (Contradicted(levels) is { Count: > 0 } against)
        {
            return Make(ElementStatus.Conflict, Names(levels).Union(against.Select(m => m.Value!)), against, [.. against, .. levels.Deciding]);
        }

        var implied = Names(levels).ToList();
        if (implied.Count > 0)
        {
            var spoken = body.Concat(title).Concat(told).Select(m => m.Value!).Where(implied.Contains).Distinct().ToList();
            var open = IsOpenJunction(levels) && spoken.Count != 1;
            var status = open ? ElementStatus.Ambiguous
                : levels.Status is ElementStatus.TitleOnly && !body.Concat(told).Any(m => implied.Contains(m.Value!)) ? ElementStatus.TitleOnly
                : levels.Status is ElementStatus.TitleOnly or ElementStatus.Documented or ElementStatus.Ambiguous or ElementStatus.Conflict ? ElementStatus.Documented
                : ElementStatus.Missing;
            return Make(status, IsOpenJunction(levels) && spoken.Count == 1 ? spoken : implied, levels.Deciding);
        }

        var stated = body.Count > 0 ? body : told;
        return stated.Count > 0 ? Make(ElementStatus.Documented, stated.Select(m => m.Value!), stated)
            : title.Count > 0 ? Make(ElementStatus.TitleOnly, title.Select(m => m.Value!), title)
            : Make(ElementStatus.Missing, [], []);
    }

    private List<Mention> Stated(Predicate<Mention> where) => words.FindAll(m => m.State == MentionState.Performed && where(m));

    /// <summary>Region words about the operation, in the very clause that names a level of another region ("lumbar laminectomy C4-C5").</summary>
    private List<Mention> Contradicted(Resolution levels)
    {
        var treated = levels.Mentions.Where(l => l.Role == LevelRole.Treated && l.Level is { Interspaces: not 0, Uncertain: false })
            .Select(l => l.Clause).ToHashSet();
        var named = Names(levels).ToHashSet();
        return words.FindAll(m => m.State == MentionState.Performed && m.Section is SectionKind.Title or SectionKind.Description
            && treated.Contains(m.Clause) && !named.Contains(m.Value!));
    }

    private IEnumerable<string> Names(Resolution levels)
    {
        var mask = levels.Deciding.Concat(levels.Conflicts).Aggregate(0UL, (set, m) => set | (m.Level?.Interspaces ?? 0));
        var bones = mask != 0 ? 0 : levels.Deciding.Aggregate(0UL, (set, m) => set | (m.Level?.Vertebrae ?? 0));
        return Regions(mask).Concat(Bones(bones)).Distinct();
    }

    private IEnumerable<string> Regions(ulong interspaces)
    {
        var names = new HashSet<string>();
        for (var i = 0; i < pack.Spine.Last; i++)
        {
            if ((interspaces & (1UL << i)) == 0)
            {
                continue;
            }

            if (pack.Junctions.TryGetValue(pack.Spine.InterspaceName(i), out var one))
            {
                names.Add(one);
            }
            else
            {
                names.UnionWith(Bones((1UL << i) | (1UL << (i + 1))));
            }
        }

        return names;
    }

    private IEnumerable<string> Bones(ulong bones)
    {
        for (var v = 0; bones != 0; v++, bones >>= 1)
        {
            if ((bones & 1) != 0 && v <= pack.Spine.Last)
            {
                yield return pack.Spine.Regions[pack.Spine.RegionOf(v)].Name;
            }
        }
    }

    private bool IsOpenJunction(Resolution levels)
        => levels.Values.Count == 1 && pack.OpenJunctions.Contains(levels.Values[0]);

    private Resolution Make(string status, IEnumerable<string> values, IReadOnlyList<Mention> deciding, List<Mention>? conflicts = null)
    {
        var said = values.ToHashSet();
        return new(element, status, status == ElementStatus.Missing ? [] : [.. element.Values.Where(said.Contains)], words, deciding, conflicts ?? []);
    }
}
