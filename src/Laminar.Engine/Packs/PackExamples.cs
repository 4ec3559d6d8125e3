using Laminar.Engine.Applying;
using Laminar.Engine.Notes;
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
        var lines = new Dictionary<PackFile, AuthorLines>(ReferenceEqualityComparer.Instance);
        foreach (var (file, line, column, message) in Messages(pack))
        {
            if (message is null)
            {
                passed++;
            }
            else
            {
                if (!lines.TryGetValue(file, out var text))
                {
                    lines.Add(file, text = new AuthorLines(file.Text));
                }

                failures.Add(new PackError(file.Path, line, column, message, text.Of(line)));
            }
        }

        return new PackTestReport(passed, failures);
    }

    /// <summary>Every example with what is wrong with it, or null.</summary>
    private static IEnumerable<(PackFile File, int Line, int Column, string? Message)> Messages(Pack pack)
        => pack.Examples.Select(e => (e.File, e.Line, e.Column, Failure(e, Scanner.Scan(DraftOf(e, pack), pack))))
            .Concat(pack.FormExamples.Select(e => (e.File, e.Line, e.Column, Failure(e, pack))))
            .Concat(pack.Guide.Examples.Where(e => IsFor(e, pack)).Select(e => (e.File, e.Line, e.Column, Failure(e, pack))));

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

    /// <summary>An example that all packs share and that names elements which this one does not have is not for it.</summary>
    private static bool IsFor(NoteExample example, Pack pack) => example.Names is not { } names || names.All(name => pack.Elements.Any(e => e.Id == name));

    private static string? Failure(NoteExample example, Pack pack)
    {
        var heading = pack.Sections.First(Sections.SectionKind.Description);
        var lines = example.Paragraphs.Count == 1 && heading is not null ? [$"{heading.ToUpperInvariant()}:", .. example.Paragraphs] : example.Paragraphs;
        var found = NoteLint.Check(FieldText.Draft("example", lines), pack).Findings.Where(f => f.Rule == example.Rule).ToList();
        var named = string.Join(", ", found.Select(f => f.Element ?? f.Place?.Text));
        return example.Flags
            ? found.Count == 0 ? $"This example should be a case of {example.Rule}, and it is none."
                : example.Names is { } wanted && !wanted.ToHashSet().SetEquals(found.Select(f => f.Element ?? "")) ? $"This example should name {string.Join(", ", wanted)}, and it names {named}." : null
            : found.Exists(f => example.Names?.Contains(f.Element ?? "") ?? true) ? $"This example should not be a case of {example.Rule}, and it is one: {named}." : null;
    }
}
