using Laminar.Engine.Applying;
using Laminar.Engine.Elements;

namespace Laminar.Engine.Packs;

/// <summary>
/// Reads an element's examples: <c>states</c> (what answers it) and <c>leaves-open</c> (what must not). Both sorts are asked of
/// every element, since a rule without a counter-example is half a rule.
/// </summary>
internal static class ExampleLoader
{
    public static void Load(AuthorFile file, ElementRule element, List<PackExample> examples)
    {
        if (file.Root!.Child("examples") is not { } node)
        {
            return;
        }

        var entries = file.Map(node, "states", "leaves-open");
        foreach (var key in new[] { "states", "leaves-open" })
        {
            var positive = key == "states";
            if (!entries.TryGetValue(key, out var list))
            {
                file.Error(node, $"The element needs at least one example under \"{key}\".");
                continue;
            }

            foreach (var item in file.Items(list))
            {
                examples.Add(Example(file, item, element, positive));
            }
        }
    }

    /// <summary>The file without its examples; blank lines keep the numbers of the others.</summary>
    public static PackFile Without(PackFile file)
    {
        const string Key = "\nexamples:";
        var start = file.Text.IndexOf(Key, StringComparison.Ordinal);
        if (start < 0)
        {
            return file;
        }

        var end = start + Key.Length;
        while (end < file.Text.Length && !(file.Text[end - 1] == '\n' && file.Text[end] is not (' ' or '\n' or '\r' or '#')))
        {
            end++;
        }

        var lines = file.Text.AsSpan(start, end - start).Count('\n');
        return file with { Text = string.Concat(file.Text.AsSpan(0, start), new string('\n', lines), file.Text.AsSpan(end)) };
    }

    private static PackExample Example(AuthorFile file, AuthorNode node, ElementRule element, bool positive)
    {
        if (node is AuthorScalar)
        {
            return Make([file.Text(node)], positive ? ElementStatus.Documented : ElementStatus.Missing, null);
        }

        var entries = file.Map(node, "text", "is", "values");
        var paragraphs = file.Texts(entries.GetValueOrDefault("text")).Select(t => t.Text).ToList();
        if (paragraphs.Count == 0)
        {
            file.Error(node, "The example has no \"text\".");
        }

        var status = entries.TryGetValue("is", out var said) ? file.Text(said) : positive ? ElementStatus.Documented : ElementStatus.Missing;
        if (status is not (ElementStatus.Documented or ElementStatus.NotPerformed or ElementStatus.TitleOnly or ElementStatus.Ambiguous or ElementStatus.Conflict or ElementStatus.Missing))
        {
            file.Error(node, $"There is no status \"{status}\".");
        }

        return Make(paragraphs, status, entries.TryGetValue("values", out var values) ? [.. file.Texts(values).Select(t => t.Text)] : null);

        PackExample Make(List<string> text, string expected, List<string>? wanted)
            => new(file.Source, node.Line, node.Column, element.Id, text, expected, wanted, positive);
    }
}
