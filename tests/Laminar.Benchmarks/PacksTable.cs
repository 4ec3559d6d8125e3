using System.Diagnostics;
using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Benchmarks;

/// <summary>A pack with 2,000 entries of vocabulary more than the first, and a draft that has to choose.</summary>
internal static class PacksTable
{
    private const int Entries = 2000;
    private const int PhrasesOfATerm = 20;
    private const int Loads = 15;
    private const int Scans = 400;

    public static int Run()
    {
        var source = Large();
        var small = PackFolder.Read(Path.Combine(PackFolder.Shipped, PackFolder.Ids(PackFolder.Shipped)[0]));
        var (loads, firsts) = Alternating(Loads, () => Pack.Compile(source), () => Pack.Compile(small));
        var many = Pack.Compile(source);
        var (large, first) = Alternating(Scans, () => Scanner.Scan(Materials.Draft, many), () => Scanner.Scan(Materials.Draft, Materials.Pack));
        var packs = PackFolder.Ids(PackFolder.Shipped).Select(id => Pack.Compile(PackFolder.Read(Path.Combine(PackFolder.Shipped, id)), examples: false)).ToList();
        var choosing = Median(Enumerable.Range(0, Scans).Select(_ => Timed(() => PackChoice.Scan(Materials.Nobodys, packs))));

        var table = new Table();
        table.AtMost($"loading a pack of {Entries:n0} entries more, ms", $"{loads:0.0} ms", $"{firsts:0.0} ms first", loads, 300);
        table.AtMost("scanning with it, against the first pack", $"{large * 1000:0} µs", $"{first * 1000:0} µs", large / first, 1.3);
        table.AtMost($"a draft that fits none of {packs.Count} packs, ms", $"{choosing:0.00} ms", "", choosing, 5);
        return table.End();
    }

    /// <summary>The two in turn, so that whatever else the machine does falls on both.</summary>
    private static (double One, double Other) Alternating(int times, Func<object> one, Func<object> other)
    {
        var (ones, others) = (new List<double>(), new List<double>());
        for (var i = 0; i < 2 * times; i++)
        {
            ones.Add(Timed(one));
            others.Add(Timed(other));
        }

        // The first half is for the compiler.
        return (Median(ones.Skip(times)), Median(others.Skip(times)));
    }

    /// <summary>The first pack with an element more, whose terms are half of words that reports are made of, half of invented ones.</summary>
    private static PackSource Large()
    {
        var first = Path.Combine(PackFolder.Shipped, PackFolder.Ids(PackFolder.Shipped)[0]);
        // Its standard note would have to place the new element as well.
        var files = PackFolder.Read(first).Files.Where(file => !file.Path.EndsWith("/note.yaml", StringComparison.Ordinal))
            .Select(file => file.Path.EndsWith("pack.yaml", StringComparison.Ordinal) ? file with { Text = file.Text.Replace("elements: [", "elements: [many, ", StringComparison.Ordinal) } : file);
        return new PackSource([.. files, new PackFile(Path.GetFileName(first) + "/elements/many.yaml", Many())]);
    }

    private static string Many()
    {
        var phrases = Materials.OrdinaryPairs.Where(pair => pair.All(letter => char.IsAsciiLetter(letter) || letter == ' ')).Take(Entries / 2).ToList();
        phrases.AddRange(Enumerable.Range(0, Entries - phrases.Count).Select(number => $"{Invented(number)} {Invented(number * 7 % 997)}"));
        var terms = phrases.Chunk(PhrasesOfATerm).Select((chunk, number) => (Name: $"many-{number}", Line: $"  many-{number}: {{ words: [{string.Join(", ", chunk.Select(phrase => $"\"{phrase}\""))}] }}")).ToList();
        return $$"""
            id: many
            name: Many words
            kind: words
            severity: recommended
            question: Which of them?
            why: The draft names none.
            source: generated for a benchmark
            terms:
            {{string.Join('\n', terms.Select(term => term.Line))}}
            reads:
            {{string.Join('\n', terms.Select(term => $"  - {{ finding: {term.Name}, sections: [body] }}"))}}
            phrase: "It was {it}."
            not-done: "It was none of them."
            unable: "It can't be stated."
            fields:
              it: { options: [other, none, unable to state] }
            examples:
              states: ["{{phrases[^1]}} was seen."]
              leaves-open: ["The skin was closed."]
            """;
    }

    private static string Invented(int number) => string.Concat("zy", (char)('a' + number % 26), (char)('a' + number / 26 % 26), "x", (char)('a' + number / 676 % 26));

    private static double Timed(Func<object> work)
    {
        var watch = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static double Median(IEnumerable<double> times)
    {
        var ordered = times.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
