using System.Numerics;
using Laminar.Engine.Elements;
using Laminar.Engine.Sections;

namespace Laminar.Engine.Levels;

/// <summary>Comes to the levels treated today: title against body, list against count, sure against uncertain (rulings 1 to 3).</summary>
internal sealed class LevelResolver(Spine spine, ElementRule element, List<Mention> all)
{
    public Resolution Resolve()
    {
        var treated = all.FindAll(m => m.Role == LevelRole.Treated && m.State == MentionState.Performed && !m.Excepted);
        var title = treated.FindAll(m => m.Section == SectionKind.Title);
        var body = treated.FindAll(m => Sorting.IsBody(m.Section));
        var titleSet = Union(title);
        var (bodySet, certain) = Body(body, titleSet);
        if (bodySet == 0 && !body.Exists(Asks))
        {
            return Bones(body) is var bones && bones != 0 && (titleSet == 0 || body.Exists(m => IsRangeOfBones(titleSet, m))) ? Lone(body, title) : Title(title, titleSet, body);
        }

        if (bodySet == 0)
        {
            var asked = body.FindAll(Asks);
            return Make(ElementStatus.Ambiguous, Candidates(asked), asked);
        }

        return Judge(title, titleSet, body, bodySet, certain);
    }

    /// <summary>Levels that consent, time-out or a plan told elsewhere names and the body does not, where both name some (ruling 8).</summary>
    public static List<Mention> Unplanned(Resolution resolution)
    {
        var done = Union(resolution.Deciding);
        var planned = resolution.Mentions.Where(m => m.State == MentionState.Planned && m.Level is { Interspaces: not 0, Uncertain: false }
            && m.Section is SectionKind.Consent or SectionKind.TimeOut or SectionKind.Description or SectionKind.Indication && m.Role == LevelRole.Treated).ToList();
        return done != 0 && planned.Count > 0 && (Union(planned) & done) == 0 ? [.. planned, .. resolution.Deciding] : [];
    }

    private Resolution Judge(List<Mention> title, ulong titleSet, List<Mention> body, ulong bodySet, List<Mention> certain)
    {
        if (body.Find(m => m.Level is { Uncertain: true, Interspaces: 0, Raw: null }) is { } meant)
        {
            return Make(ElementStatus.Ambiguous, spine.Interspaces(bodySet), [.. certain, meant]);
        }

        var titleCount = title.Find(m => m.Count > 0)?.Count ?? 0;
        var counting = body.FindAll(m => m.Count > 0 && m.Count != BitOperations.PopCount(bodySet));
        var size = BitOperations.PopCount(bodySet);
        if (titleSet != 0 && titleSet != bodySet || titleSet == 0 && titleCount > 0 && titleCount != size)
        {
            return Make(ElementStatus.Conflict, spine.Interspaces(titleSet | bodySet), certain, [.. title, .. certain]);
        }

        if (titleCount > 0 && titleCount != size && counting.Count == 0)
        {
            return Make(ElementStatus.Conflict, spine.Interspaces(bodySet), certain, [.. title, .. certain]);
        }

        if (counting.Count > 0)
        {
            var agreed = titleCount == counting[0].Count || titleSet == 0;
            return agreed
                ? Make(ElementStatus.Ambiguous, spine.Interspaces(bodySet), [.. counting, .. certain])
                : Make(ElementStatus.Conflict, spine.Interspaces(titleSet | bodySet), certain, [.. title, .. counting]);
        }

        return Make(ElementStatus.Documented, spine.Interspaces(bodySet), certain);
    }

    /// <summary>The body's levels. One that is merely named, in no clause about the operation, does not contradict the ones that are.</summary>
    private (ulong Set, List<Mention> Certain) Body(List<Mention> body, ulong titleSet)
    {
        var excepted = Union(all.Where(m => m.Excepted));
        var sure = body.FindAll(m => m.Level is { Interspaces: not 0, Uncertain: false });
        var firm = sure.FindAll(m => m.Firm);
        var known = Union(firm) is var set && set != 0 ? set | titleSet : titleSet;
        var certain = known == 0 ? sure : sure.FindAll(m => m.Firm || (m.Level!.Interspaces & ~known) == 0);
        return (Union(certain) & ~excepted, certain);
    }

    private Resolution Title(List<Mention> title, ulong titleSet, List<Mention> body)
    {
        var diagnosis = all.FindAll(m => m.Section is SectionKind.Diagnosis or SectionKind.Fact && m.State == MentionState.Performed
            && m.Level is { Interspaces: not 0 } && m.Role is not LevelRole.Neurological);
        var count = title.Find(m => m.Count > 0)?.Count ?? body.Find(m => m.Count > 0)?.Count ?? 0;
        if (title.Exists(Asks) && titleSet == 0)
        {
            return Make(ElementStatus.Ambiguous, Candidates(title), title.FindAll(Asks));
        }

        if (titleSet != 0)
        {
            return count > 0 && count != BitOperations.PopCount(titleSet)
                ? Make(ElementStatus.Ambiguous, spine.Interspaces(titleSet), title)
                : Make(ElementStatus.TitleOnly, spine.Interspaces(titleSet), title);
        }

        if (Bones(title) is var bones && bones != 0)
        {
            return Make(ElementStatus.TitleOnly, spine.Vertebrae(bones), title);
        }

        return diagnosis.Count > 0
            ? Make(ElementStatus.TitleOnly, spine.Interspaces(Union(diagnosis)), diagnosis)
            : Make(ElementStatus.Missing, [], []);
    }

    private Resolution Lone(List<Mention> body, List<Mention> title)
    {
        var bones = Bones(body);
        var titled = Bones(title);
        return titled != 0 && titled != bones && (titled & bones) == 0
            ? Make(ElementStatus.Conflict, spine.Vertebrae(bones | titled), body, [.. title, .. body])
            : Make(ElementStatus.Documented, spine.Vertebrae(bones), body);
    }

    /// <summary>"T7-T9 laminectomy" over a body that removes the laminae of T7, T8 and T9: the range was one of bones.</summary>
    private static bool IsRangeOfBones(ulong interspaces, Mention mention)
        => mention.Level is { Uncertain: false } level && BitOperations.PopCount(level.Vertebrae) > 2 && level.Vertebrae == (interspaces | (interspaces << 1));

    private List<string> Candidates(List<Mention> asked)
        => [.. spine.Interspaces(asked.Aggregate(0UL, (set, m) => set | (m.Level?.Interspaces ?? 0))).Concat(asked.Select(m => m.Level?.Raw).OfType<string>()).Distinct()];

    private static bool Asks(Mention mention) => mention.Level is { Uncertain: true };

    private static ulong Bones(List<Mention> mentions)
        => mentions.Aggregate(0UL, (set, m) => set | (m.Level is { Uncertain: false } level ? level.Vertebrae : 0));

    private static ulong Union(IEnumerable<Mention> mentions)
        => mentions.Aggregate(0UL, (set, m) => set | (m.Level is { Uncertain: false } level ? level.Interspaces : 0));

    private Resolution Make(string status, IEnumerable<string> values, List<Mention> deciding, List<Mention>? conflicts = null)
        => new(element, status, [.. values], all, deciding, conflicts ?? []);
}
