using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Laminar.Corpus;
using Laminar.Word;

// Reads every file of a folder and says how it went, or writes into each and checks what must hold of all writing:
// dotnet run --project tests/Laminar.Corpus -- FOLDER [--text OUT.jsonl | --write [KEPT-FOLDER]]
if (args is not ([_] or [_, "--text", _] or [_, "--write"] or [_, "--write", _]) || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: Laminar.Corpus FOLDER [--text OUT.jsonl | --write [KEPT-FOLDER]]");
    return 2;
}

if (args is [_, "--write", ..])
{
    return WritingReport.Print(args[0], args.Length == 3 ? args[2] : null);
}

var outcomes = Directory.EnumerateFiles(args[0]).Order(StringComparer.Ordinal).Select(Outcome.Of).ToList();
if (args.Length == 3)
{
    File.WriteAllLines(args[2], outcomes.Select(static outcome => JsonSerializer.Serialize(new
    {
        outcome.Name,
        outcome.Reading?.Error?.Code,
        outcome.Reading?.Draft?.Notices,
        Paragraphs = outcome.Reading?.Draft?.Paragraphs.Select(static paragraph => new { paragraph.Text, Part = paragraph.Part.ToString() }),
    })));
}

var refused = outcomes.Where(static outcome => outcome.Reading?.Error is not null).ToLookup(static outcome => outcome.Reading!.Error!.Code);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"files    {outcomes.Count}"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read     {outcomes.Count(static outcome => outcome.Reading?.Draft is not null)}"));
foreach (var group in refused.OrderBy(static group => group.Key, StringComparer.Ordinal))
{
    Console.WriteLine($"refused  {group.Count(),4}  {group.Key,-24} {string.Join(' ', group.Select(static outcome => outcome.Name).Take(12))}");
}

foreach (var outcome in outcomes.Where(static outcome => outcome.Crash is not null))
{
    Console.WriteLine($"CRASHED  {outcome.Name}: {outcome.Crash}");
}

foreach (var outcome in outcomes.OrderByDescending(static outcome => outcome.Time).Take(5))
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest  {outcome.Time.TotalMilliseconds,8:F1} ms  {outcome.Name}"));
}

return outcomes.Exists(static outcome => outcome.Crash is not null || outcome.Time > Outcome.Limit) ? 1 : 0;

namespace Laminar.Corpus
{
    /// <summary>How the reading of one file went.</summary>
    internal sealed record Outcome(string Name, DraftReading? Reading, Exception? Crash, TimeSpan Time)
    {
        public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(5);

        public static Outcome Of(string path)
        {
            var name = Path.GetFileName(path);
            var bytes = File.ReadAllBytes(path);
            var watch = Stopwatch.StartNew();
            try
            {
                return new Outcome(name, DraftReader.Read(bytes, name, ReadLimits.Default), null, watch.Elapsed);
            }
#pragma warning disable CA1031 // Any exception is what this program looks for.
            catch (Exception crash)
            {
                return new Outcome(name, null, crash, watch.Elapsed);
            }
        }
    }
}
