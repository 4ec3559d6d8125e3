using System.Diagnostics;
using System.IO.Compression;
using Laminar.Engine;
using Laminar.Tests.Laws;
using Laminar.Word;

namespace Laminar.Corpus;

/// <summary>How the writing into one file went: refused with a code, or written with the laws that were broken.</summary>
internal sealed record WritingRun(string Name, string? Refused, Exception? Crash, IReadOnlyList<string> Broken, int Written, TimeSpan Time)
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    /// <param name="keep">Where the annotated files go, or null.</param>
    public static WritingRun Of(string path, string? keep)
    {
        var name = Path.GetFileName(path);
        var bytes = File.ReadAllBytes(path);
        var watch = Stopwatch.StartNew();
        try
        {
            var (document, error) = DraftDocument.Open(bytes, name, ReadLimits.Default);
            if (document is null)
            {
                return new WritingRun(name, error!.Code, null, [], 0, watch.Elapsed);
            }

            var time = watch.Elapsed;
            var written = 0;
            var broken = Scans(document.Draft).SelectMany(scan => Enum.GetValues<AnnotationMode>().SelectMany(mode => Try(document, scan, mode, name, keep, ref written))).ToList();
            return new WritingRun(name, null, null, broken, written, time);
        }
#pragma warning disable CA1031 // Any exception is what this program looks for.
        catch (Exception crash)
        {
            return new WritingRun(name, null, crash, [], 0, watch.Elapsed);
        }
    }

    private static IEnumerable<(string Name, Func<Draft, ScanResult> Scan)> Scans(Draft draft)
    {
        yield return ("shipped", static draft => Scanner.Scan(draft, Packs.Shipped));
        yield return ("asking", static draft => Scanner.Scan(draft, Packs.Asking));
        if (draft.Paragraphs.Count < 5_000)
        {
            yield return ("everywhere", AskingEverywhere.Scan);
        }
    }

    private static List<string> Try(DraftDocument document, (string Name, Func<Draft, ScanResult> Scan) pack, AnnotationMode mode, string name, string? keep, ref int written)
    {
        var broken = new List<string>();
        var before = document.Clear(At);
        var scan = pack.Scan(document.Draft);
        var annotated = document.Annotate(scan, mode, At);
        written++;
        Judge("annotated", WritingLaws.Check(before, annotated));
        if (keep is not null)
        {
            File.WriteAllBytes(Path.Combine(keep, $"{Path.GetFileNameWithoutExtension(name)}.{pack.Name}.{mode}{document.Extension}"), annotated);
        }

        if (Reopen(annotated, "annotated") is not { } reopened)
        {
            return broken;
        }

        if (!reopened.Draft.Paragraphs.Select(static paragraph => paragraph.Text).SequenceEqual(document.Draft.Paragraphs.Select(static paragraph => paragraph.Text)))
        {
            Judge("annotated", ["The draft reads otherwise than before."]);
        }

        Judge("annotated twice", SameParts(annotated, reopened.Annotate(pack.Scan(reopened.Draft), mode, At.AddDays(1))));
        Judge("cleared", SameParts(before, reopened.Clear(At)));
        var answers = pack.Name == "everywhere" ? AskingEverywhere.Answers(scan) : scan.Findings.Where(static finding => finding.Suggestion is not null).ToDictionary(static finding => finding.Id, static _ => "own words");
        var applied = reopened.Apply(scan, [.. answers.Select(static answer => new Answer(answer.Key, answer.Value))], new Answerer("A. Surgeon"), At);
        Judge("applied", applied.Refused.Where(static refused => refused.Code != RefusalCodes.NoPlace).Select(static refused => $"An answer was refused: {refused.Code}"));
        Judge("applied", WritingLaws.Check(before, applied.Bytes, ["Laminar", "A. Surgeon"]));
        Reopen(applied.Bytes, "applied");
        return broken;

        void Judge(string step, IEnumerable<string> violations) => broken.AddRange(violations.Select(violation => $"{pack.Name} {mode} {step}: {violation}"));

        DraftDocument? Reopen(byte[] bytes, string step)
        {
            var (again, error) = DraftDocument.Open(bytes, name, ReadLimits.Default);
            Judge(step, error is null ? [] : [$"The written file can't be opened: {error.Code}"]);
            return again;
        }
    }

    private static IEnumerable<string> SameParts(byte[] expected, byte[] actual)
    {
        var (one, other) = (Parts(expected), Parts(actual));
        return one.Keys.Union(other.Keys).Where(name => !one.GetValueOrDefault(name, []).AsSpan().SequenceEqual(other.GetValueOrDefault(name, []))).Select(static name => $"{name} differs");
    }

    private static Dictionary<string, byte[]> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        var parts = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            parts[entry.FullName] = bytes.ToArray();
        }

        return parts;
    }
}
