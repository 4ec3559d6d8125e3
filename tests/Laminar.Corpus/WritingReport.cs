using System.Globalization;

namespace Laminar.Corpus;

/// <summary>Writes into every file of a folder and prints what came of it.</summary>
internal static class WritingReport
{
    private const int MostShown = 60;

    /// <returns>0 where every file came out lawful or was refused.</returns>
    public static int Print(string folder, string? keep)
    {
        if (keep is not null)
        {
            Directory.CreateDirectory(keep);
        }

        var runs = Directory.EnumerateFiles(folder).Where(static path => !path.EndsWith(".tsv", StringComparison.Ordinal)).Order(StringComparer.Ordinal).AsParallel().AsOrdered().Select(path => WritingRun.Of(path, keep)).ToList();
        var broken = runs.Where(static run => run.Broken.Count > 0).ToList();
        Line($"files    {runs.Count}");
        Line($"written  {runs.Count(static run => run.Refused is null && run.Crash is null)} files, {runs.Sum(static run => run.Written)} times");
        Line($"lawful   {runs.Count(static run => run.Refused is null && run.Crash is null && run.Broken.Count == 0)}");
        foreach (var group in runs.Where(static run => run.Refused is not null).GroupBy(static run => run.Refused).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            Line($"refused  {group.Count(),4}  {group.Key,-24} {string.Join(' ', group.Select(static run => run.Name).Take(12))}");
        }

        foreach (var run in runs.Where(static run => run.Crash is not null))
        {
            Line($"CRASHED  {run.Name}: {run.Crash}");
        }

        foreach (var run in broken.Take(MostShown))
        {
            foreach (var violation in run.Broken.Take(4))
            {
                Line($"BROKEN   {run.Name}: {violation}");
            }
        }

        return broken.Count > 0 || runs.Exists(static run => run.Crash is not null) ? 1 : 0;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
