using Laminar.Engine.Notes;

namespace Laminar.Engine.Packs;

/// <summary>Reads the rules for standard notes. The set of rules is closed; each needs its wording and examples of both sorts.</summary>
internal static class NoteGuideLoader
{
    public static NoteGuide Load(AuthorFile file, bool withExamples)
    {
        var root = file.Map(file.Root!, "notes", "examples");
        var notes = file.Map(root["notes"], "rules", "descriptors");
        var rules = Rules(file, root["notes"], notes.GetValueOrDefault("rules"));
        var examples = withExamples ? Examples(file, root.GetValueOrDefault("examples"), all: true) : [];
        return new NoteGuide(rules, [.. file.Texts(notes.GetValueOrDefault("descriptors")).Select(t => t.Text)], examples);
    }

    private static Dictionary<string, NoteRuleText> Rules(AuthorFile file, AuthorNode parent, AuthorNode? node)
    {
        var entries = node is null ? new Dictionary<string, AuthorNode>() : file.Map(node, [.. NoteRules.All]);
        var rules = new Dictionary<string, NoteRuleText>(StringComparer.Ordinal);
        foreach (var rule in NoteRules.All)
        {
            if (entries.TryGetValue(rule, out var entry))
            {
                rules.Add(rule, Rule(file, entry));
            }
            else
            {
                file.Error(node ?? parent, $"The rule \"{rule}\" has no wording here.");
            }
        }

        return rules;
    }

    private static NoteRuleText Rule(AuthorFile file, AuthorNode node)
    {
        var entries = file.Map(node, "severity", "title", "do");
        foreach (var key in new[] { "title", "do" })
        {
            if (!entries.TryGetValue(key, out var text) || file.Text(text).Length == 0)
            {
                file.Error(node, $"The rule has no \"{key}\".");
            }
            else
            {
                PhraseRules.CheckWording(file, text, file.Text(text));
            }
        }

        return new NoteRuleText(
            file.OneOf(entries.GetValueOrDefault("severity"), Severity.Required, Severity.Recommended),
            file.Text(entries.GetValueOrDefault("title")),
            file.Text(entries.GetValueOrDefault("do")));
    }

    /// <summary>Examples by rule, each under "flags" or "leaves".</summary>
    /// <param name="all">Whether every rule needs some of both sorts: a rule without a counter-example is half a rule.</param>
    public static List<NoteExample> Examples(AuthorFile file, AuthorNode? node, bool all)
    {
        var examples = new List<NoteExample>();
        var entries = node is null ? new Dictionary<string, AuthorNode>() : file.Map(node, [.. NoteRules.All]);
        foreach (var rule in NoteRules.All)
        {
            var sorts = entries.TryGetValue(rule, out var entry) ? file.Map(entry, "flags", "leaves") : new Dictionary<string, AuthorNode>();
            foreach (var sort in new[] { "flags", "leaves" })
            {
                var items = file.Items(sorts.GetValueOrDefault(sort));
                if (items.Count == 0 && all)
                {
                    file.Error(entry ?? node ?? file.Root!, $"The rule \"{rule}\" needs at least one example under \"{sort}\".");
                }

                examples.AddRange(items.Select(item => Example(file, item, rule, sort == "flags")));
            }
        }

        return examples;
    }

    private static NoteExample Example(AuthorFile file, AuthorNode item, string rule, bool flags)
    {
        var entries = item is AuthorMap ? file.Map(item, "text", "names") : new Dictionary<string, AuthorNode> { ["text"] = item };
        return new NoteExample(file.Source, item.Line, item.Column, rule, flags,
            [.. file.Texts(entries.GetValueOrDefault("text")).Select(t => t.Text)],
            entries.TryGetValue("names", out var names) ? [.. file.Texts(names).Select(t => t.Text)] : null);
    }
}
