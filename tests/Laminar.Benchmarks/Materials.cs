using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Tests;
using Laminar.Word;

namespace Laminar.Benchmarks;

/// <summary>The pack, the draft of about 900 words and its floors' material, the same for all tables.</summary>
internal static class Materials
{
    private const int Words = 900;

    /// <summary>What any dictation says at length and what decides nothing.</summary>
    private static readonly string[] Filler =
    [
        "The patient was met in the holding area, where the plan for the day was gone over again and all questions were answered.",
        "Monitors were placed, and a dose of antibiotic was given within the hour before the skin was touched.",
        "All bony prominences were padded, the eyes were protected, and the arms were tucked so that nothing pulled on the shoulders.",
        "The field was washed twice, allowed to dry for three minutes, and covered with sterile drapes in the usual manner.",
        "A pause was called by the circulating nurse, and everybody in the room said their name and their part.",
        "The wound was irrigated with warm saline until the return was clear, and small points of bleeding were stopped with gentle pressure.",
        "The counts of sponges, needles and sharps were reported as correct on two occasions by the nursing staff.",
        "The skin was closed with a single absorbable stitch and a strip, and a dry dressing was put over it.",
        "The patient was turned onto the stretcher, woke without difficulty, and moved both legs and both arms on command.",
        "The family was spoken to in the waiting room, and written instructions were handed over in their own language.",
    ];

    public static Pack Pack { get; } = Pack.Compile(PackFolder.Read(Path.Combine(PackFolder.Shipped, PackFolder.Ids(PackFolder.Shipped)[0])));

    /// <summary>A shipped sample, filled up to the length of a real report.</summary>
    public static IReadOnlyList<string> Paragraphs { get; } = Fill(File.ReadAllLines(Samples()[0]), Words);

    public static byte[] Docx { get; } = WordFiles.Zip(Paragraphs);

    /// <summary>A draft of the same length that leaves something open and says two things of the side.</summary>
    public static byte[] OpenDocx { get; } = WordFiles.Zip(Fill([.. FictionalDraft.Paragraphs], Words));

    public static Draft Draft { get; } = Read(Docx);

    /// <summary>The same draft a hundred times over.</summary>
    public static Draft LongDraft { get; } = Read(WordFiles.Zip(Enumerable.Repeat(Paragraphs, 100).SelectMany(paragraphs => paragraphs)));

    public static string Text { get; } = string.Join('\n', Draft.Paragraphs.Select(paragraph => paragraph.Text));

    /// <summary>Two words that stand beside each other in what any dictation says.</summary>
    public static IEnumerable<string> OrdinaryPairs =>
        Samples().Skip(1).SelectMany(File.ReadAllLines).Concat(Filler).SelectMany(Pairs).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Three hundred phrases of two words, from other samples than the one that is searched.</summary>
    public static string[] Phrases { get; } =
        [.. OrdinaryPairs.Concat(Enumerable.Range(0, 300).Select(number => $"phrase number {number}")).Distinct(StringComparer.OrdinalIgnoreCase).Take(300)];

    /// <summary>A report of the same length that none of the packs is for.</summary>
    public static Draft Nobodys { get; } = Draft.FromText("draft.txt", string.Join('\n', Fill(["PROCEDURE: Total knee replacement, left.", "DESCRIPTION OF PROCEDURE:"], Words)));

    public static int WordsOf(Draft draft) => draft.Paragraphs.Sum(paragraph => paragraph.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    private static List<string> Samples() =>
        [.. Directory.GetFiles(Path.Combine(PackFolder.Shipped, PackFolder.Ids(PackFolder.Shipped)[0], "drafts"), "*.txt").OrderByDescending(file => new FileInfo(file).Length)];

    private static List<string> Fill(string[] sample, int words)
    {
        var paragraphs = sample.ToList();
        for (var next = 0; paragraphs.Sum(paragraph => paragraph.Split(' ').Length) < words; next++)
        {
            paragraphs.Add(string.Join(' ', Filler[next % Filler.Length], Filler[(next + 3) % Filler.Length], Filler[(next + 7) % Filler.Length]));
        }

        return paragraphs;
    }

    private static IEnumerable<string> Pairs(string line)
    {
        var words = line.Split([' ', '.', ',', ':'], StringSplitOptions.RemoveEmptyEntries);
        return words.Zip(words.Skip(1), (first, second) => $"{first} {second}");
    }

    private static Draft Read(byte[] docx) => DraftReader.Read(docx, "draft.docx", ReadLimits.Default).Draft!;
}
