using Laminar.Engine.Sections;

namespace Laminar.Engine.Elements;

/// <summary>Comes to the side treated: per level where levels are named (ruling 9), title against body, unsure against sure.</summary>
internal sealed class SideResolver(ElementRule element, SideContext context, List<Mention> all)
{
    public Resolution Resolve()
    {
        var done = all.FindAll(m => m.State == MentionState.Performed);
        var title = done.FindAll(m => m.Section == SectionKind.Title);
        var sureTitle = title.FindAll(m => !m.Alternative);
        var body = Firm(done.FindAll(m => m.Section is SectionKind.Description or SectionKind.Summary or SectionKind.Findings or SectionKind.Body), sureTitle);
        var sure = body.FindAll(m => !m.Alternative);
        var (titleSides, bodySides) = (Sides(sureTitle), Sides(sure));
        if (bodySides.Count > 0)
        {
            return titleSides.Count > 0 && (!Agree(titleSides, bodySides) || AreSwapped(sureTitle, sure))
                ? Make(ElementStatus.Conflict, Ordered(Plain(sureTitle).Union(Plain(sure))), sure, [.. sureTitle, .. sure])
                : Make(ElementStatus.Documented, Ordered(bodySides), sure);
        }

        if (body.Count > 0)
        {
            return Make(ElementStatus.Ambiguous, Ordered(Plain(body)), body);
        }

        if (title.Exists(m => m.Alternative))
        {
            return Make(ElementStatus.Ambiguous, Ordered(Plain(title)), title);
        }

        if (titleSides.Count > 0)
        {
            return Make(ElementStatus.TitleOnly, Ordered(titleSides), sureTitle);
        }

        var diagnosis = done.FindAll(m => m.Section == SectionKind.Diagnosis);
        return diagnosis.Count > 0
            ? Make(ElementStatus.TitleOnly, Ordered(Sides(diagnosis)), diagnosis)
            : Make(ElementStatus.Missing, [], []);
    }

    /// <summary>Sides that consent, time-out or a plan told elsewhere names and the body does not (ruling 8).</summary>
    public List<Mention> Unplanned(Resolution resolution)
    {
        if (!resolution.Is(ElementStatus.Documented) || resolution.Values.Contains(context.Both))
        {
            return [];
        }

        var against = all.FindAll(m => m.State == MentionState.Planned && !m.Alternative && (m.Firm || m.Level is not null)
            && m.Section is SectionKind.Consent or SectionKind.TimeOut or SectionKind.Description or SectionKind.Indication
            && context.Opposites.Contains(m.Value) && !resolution.Values.Contains(m.Value!));
        return against.Count > 0 ? [.. against, .. resolution.Deciding] : [];
    }

    /// <summary>A side that is merely named beside the operation counts only where no clause about the operation names one.</summary>
    private static List<Mention> Firm(List<Mention> body, List<Mention> title)
    {
        var firm = body.FindAll(m => m.Firm);
        var known = firm.Concat(title).Select(m => m.Value).ToHashSet();
        return known.Count == 0 ? body : firm.Count > 0 ? firm : body.FindAll(m => known.Contains(m.Value));
    }

    /// <summary>"left C4-5 and right C6-7" is left and right; one level, or none named, on both sides is bilateral.</summary>
    private HashSet<string> Sides(List<Mention> mentions)
    {
        var sides = Plain(mentions).ToHashSet();
        var pair = sides.Where(s => s != context.Both).Where(context.Opposites.Contains).ToList();
        if (pair.Count < 2)
        {
            if (sides.Contains(context.Both) && !BothElsewhere(mentions))
            {
                sides.ExceptWith(pair);
            }

            return sides;
        }

        var levels = pair.ConvertAll(s => mentions.Where(m => m.Value == s && m.Level is not null).Aggregate(0UL, (set, m) => set | m.Level!.Interspaces));
        if (levels[0] != 0 && levels[1] != 0 && (levels[0] & levels[1]) == 0)
        {
            return sides;
        }

        sides.ExceptWith(pair);
        sides.Add(context.Both);
        return sides;
    }

    /// <summary>Whether "both sides" was said of one level and a single side of another.</summary>
    private bool BothElsewhere(List<Mention> mentions)
    {
        ulong Of(bool both) => mentions.Where(m => (m.Value == context.Both) == both && m.Level is not null).Aggregate(0UL, (set, m) => set | m.Level!.Interspaces);
        var (two, one) = (Of(true), Of(false));
        return two != 0 && one != 0 && (two & one) == 0;
    }

    private bool Agree(HashSet<string> title, HashSet<string> body)
        => title.SetEquals(body) || title.Contains(context.Both) && context.Opposites.All(body.Contains)
            || title.Count == 2 && body.Contains(context.Both) && context.Opposites.All(title.Contains)
            || title.IsSubsetOf(body) && body.Except(title).All(s => !context.Opposites.Contains(s) && s != context.Both);

    /// <summary>"left C4-5, right C6-7" in the title against "right C4-5, left C6-7" in the body.</summary>
    private bool AreSwapped(List<Mention> title, List<Mention> body)
        => context.Opposites.All(side => Levels(title, side) != 0 && Levels(body, side) != 0) && context.Opposites.Any(side => Levels(title, side) is var named && Levels(body, side) is var done && named != 0 && done != 0 && (named & done) == 0);

    private static ulong Levels(List<Mention> mentions, string side)
        => mentions.Where(m => m.Value == side && m.Level is not null).Aggregate(0UL, (set, m) => set | m.Level!.Interspaces);

    private static IEnumerable<string> Plain(List<Mention> mentions) => mentions.Select(m => m.Value!).Distinct();

    private List<string> Ordered(IEnumerable<string> sides) => [.. element.Values.Where(sides.ToHashSet().Contains)];

    private Resolution Make(string status, List<string> values, List<Mention> deciding, List<Mention>? conflicts = null)
        => new(element, status, values, all, deciding, conflicts ?? []);
}
