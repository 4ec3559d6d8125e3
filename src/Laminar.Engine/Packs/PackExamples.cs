using Laminar.Engine.Applying;
using Laminar.Engine.Packs;

namespace Laminar.Engine;

/// <summary>How a pack's own examples came out.</summary>
public sealed record PackTestReport(int Passed, IReadOnlyList<PackError> Failures);

/// <summary>Runs the examples that stand in a pack's files. An example of one paragraph stands for a sentence of the description.</summary>
public static partial class PackExamples
{
    public static PackTestReport Run(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var passed = 0;
        var failures = new List<PackError>();
        foreach (var example in pack.Examples)
        {
            var result = Scanner.Scan(DraftOf(example, pack), pack);
            if (Failure(example, result) is { } message)
            {
                failures.Add(new PackError(example.File.Path, example.Line, example.Column, message, Line(example.File, example.Line)));
            }
            else
            {
                passed++;
            }
        }

        foreach (var example in pack.FormExamples)
        {
            if (Failure(example, pack) is { } message)
            {
                failures.Add(new PackError(example.File.Path, example.Line, example.Column, message, Line(example.File, example.Line)));
            }
            else
            {
                passed++;
            }
        }

        return new PackTestReport(passed, failures);
    }

    internal static Draft DraftOf(PackExample example, Pack pack)
        => example.Paragraphs.Count == 1 ? Described(example.Paragraphs[0], pack)
            : new Draft("example", string.Empty, [.. example.Paragraphs.Select(p => new DraftParagraph(p))], []);

    /// <summary>A draft of one paragraph under the pack's own heading of the description.</summary>
    internal static Draft Described(string sentence, Pack pack)
        => new("example", string.Empty, pack.Sections.First(Sections.SectionKind.Description) is { } heading
            ? [new DraftParagraph($"{heading.ToUpperInvariant()}:"), new DraftParagraph(sentence)]
            : [new DraftParagraph(sentence)], []);

    private static string? Failure(PackExample example, ScanResult result)
    {
        var element = result.Elements.FirstOrDefault(e => e.Id == example.Element);
        if (element is null)
        {
            return null;
        }

        var values = string.Join(", ", element.Values);
        return element.Status != example.Status ? $"This example should leave {example.Element} {example.Status}, and it comes out {element.Status}{(values.Length > 0 ? $" ({values})" : string.Empty)}."
            : example.Values is { } wanted && !wanted.ToHashSet().SetEquals(element.Values) ? $"This example should give {example.Element} the values {string.Join(", ", wanted)}, and it gives {values}."
            : null;
    }

    private static string? Failure(FormExample example, Pack pack)
    {
        var draft = new Draft("example", string.Empty, [.. example.Paragraphs.Select(p => new DraftParagraph(p))], []);
        var repaired = FormRepairs.Made(draft, FormRepairs.Of(draft, pack));
        return repaired.Paragraphs.Select(p => p.Text).SequenceEqual(example.Repaired, StringComparer.Ordinal) ? null
            : $"This example should read \"{string.Join(" / ", example.Repaired)}\" once repaired, and it reads \"{string.Join(" / ", repaired.Paragraphs.Select(p => p.Text))}\".";
    }

    private static string Line(PackFile file, int number)
    {
        var lines = file.Text.Split('\n');
        return number <= lines.Length ? $"{number,5} | {lines[number - 1].TrimEnd('\r')}" : string.Empty;
    }
}
