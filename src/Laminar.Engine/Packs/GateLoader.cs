using Laminar.Engine.Applying;
using Laminar.Engine.Elements;

namespace Laminar.Engine.Packs;

/// <summary>Reads the applicability gate and the groups of a manifest.</summary>
internal static class GateLoader
{
    public static List<ApplicabilityRule> Load(AuthorFile file, AuthorNode? node, IReadOnlyList<ElementRule> elements)
    {
        var rules = new List<ApplicabilityRule>();
        foreach (var item in file.Items(node))
        {
            var entries = file.Map(item, "status", "reason", "when");
            var status = file.Text(entries.GetValueOrDefault("status"));
            if (status is not (ApplicabilityStatus.Applies or ApplicabilityStatus.Uncertain or ApplicabilityStatus.DoesNotApply))
            {
                file.Error(item, $"The status is one of {ApplicabilityStatus.Applies}, {ApplicabilityStatus.Uncertain}, {ApplicabilityStatus.DoesNotApply}.");
            }

            rules.Add(new ApplicabilityRule(status, file.Text(entries.GetValueOrDefault("reason")),
                Conditions(file, entries.GetValueOrDefault("when"), elements)));
        }

        return rules;
    }

    public static List<Condition> Conditions(AuthorFile file, AuthorNode? node, IReadOnlyList<ElementRule> elements)
        => [.. file.Items(node).Select(c => Condition(file, c, elements))];

    public static List<GroupRule> Groups(AuthorFile file, AuthorNode? node, ElementLoader loader)
    {
        var groups = new List<GroupRule>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in file.Items(node))
        {
            var entries = file.Map(item, "id", "name", "question", "why", "place");
            string Text(string key) => file.Text(entries.GetValueOrDefault(key));
            PhraseRules.CheckId(file, entries.GetValueOrDefault("id") ?? item, Text("id"));
            if (!known.Add(Text("id")))
            {
                file.Error(entries.GetValueOrDefault("id") ?? item, $"There is a group \"{Text("id")}\" already; each has an id of its own.");
            }

            PhraseRules.CheckWording(file, item, Text("why"));
            PhraseRules.CheckWording(file, item, Text("question"));
            groups.Add(new GroupRule(Text("id"), Text("name"), Text("question"), Text("why"), loader.Place(file, entries.GetValueOrDefault("place"))));
        }

        return groups;
    }

    public static List<DerivationRule> Derivations(AuthorFile file, AuthorNode? node, IReadOnlyList<ElementRule> elements)
    {
        var rules = new List<DerivationRule>();
        foreach (var item in file.Items(node))
        {
            var entries = file.Map(item, "element", "value", "when");
            var element = file.Text(entries.GetValueOrDefault("element"));
            Known(file, entries.GetValueOrDefault("element") ?? item, element, elements);
            rules.Add(new DerivationRule(element, file.Text(entries.GetValueOrDefault("value")),
                Conditions(file, entries.GetValueOrDefault("when"), elements)));
        }

        return rules;
    }

    private static Condition Condition(AuthorFile file, AuthorNode node, IReadOnlyList<ElementRule> elements)
    {
        var entries = file.Map(node, "id", "has", "lacks", "only", "status", "in", "attempted");
        var id = file.Text(entries.GetValueOrDefault("id"));
        Known(file, entries.GetValueOrDefault("id") ?? node, id, elements);
        IReadOnlyList<string> List(string key) => [.. file.Texts(entries.GetValueOrDefault(key)).Select(t => t.Text)];
        return new Condition(id, List("has"), List("lacks"), List("only"), List("status"),
            entries.TryGetValue("in", out var at) ? ElementLoader.Sections(file, at, default) : null,
            file.Flag(entries.GetValueOrDefault("attempted")));
    }

    /// <summary>Reports a name that is no element and no sign of the pack.</summary>
    private static void Known(AuthorFile file, AuthorNode node, string id, IReadOnlyList<ElementRule> elements)
    {
        if (!elements.Any(e => e.Id == id))
        {
            file.Error(node, $"There is no element or sign \"{id}\" in this pack.");
        }
    }
}
