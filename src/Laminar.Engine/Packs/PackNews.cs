using Laminar.Engine.Applying;
using Laminar.Engine.Elements;

namespace Laminar.Engine;

/// <summary>What a version of a pack asks otherwise than the one before.</summary>
public static class PackNews
{
    /// <summary>
    /// The elements that <paramref name="now"/> asks for anew, or in other words, with other options or another severity; and the groups
    /// that ask for such elements.
    /// </summary>
    public static IReadOnlyList<string> Between(Pack before, Pack now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        // A version that an older program took may hold an id twice; the first counts, as in a scan.
        var known = before.Elements.Where(e => e.Asked).DistinctBy(e => e.Id).ToDictionary(e => e.Id, Words, StringComparer.Ordinal);
        var groups = before.Groups.DistinctBy(g => g.Id).ToDictionary(g => g.Id, Words, StringComparer.Ordinal);
        var elements = now.Elements.Where(e => e.Asked && known.GetValueOrDefault(e.Id) != Words(e)).ToList();
        return
        [
            .. elements.Select(e => e.Id),
            .. now.Groups.Where(g => groups.GetValueOrDefault(g.Id) != Words(g) || elements.Exists(e => e.Group == g.Id)).Select(g => g.Id),
        ];
    }

    private static string Words(GroupRule group) => string.Join('\n', group.Name, group.Question, group.Why);

    /// <summary>All that somebody who is asked sees of an element.</summary>
    private static string Words(ElementRule element) => string.Join('\n',
        [element.Name, element.Severity, element.Question, element.Why, element.Phrase, element.NotDone, element.Unable,
            .. element.Fields.Select(f => $"{f.Name}: {string.Join('|', f.Options)}")]);
}
