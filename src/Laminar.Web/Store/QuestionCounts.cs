using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Text;
using Laminar.Engine;
using Laminar.Word;
using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>
/// How often each question is raised, answered and dismissed. Counts and the pack's own words alone: own words of an answer or a reason
/// are counted as "other".
/// </summary>
internal sealed class QuestionCounts(PackShelf shelf) : IDisposable
{
    private readonly Tally tally = new();
    private readonly SemaphoreSlim one = new(1);

    // The rehearsals': counting is a step of a draft's way as any other, and nothing of theirs is handed over.
    private readonly Tally rehearsed = new();

    /// <param name="visit">Who tells apart one draft from the next; null takes the file itself.</param>
    public void Raised(ScanResult result, string? visit)
    {
        if (!Counts(result))
        {
            return;
        }

        foreach (var finding in result.Findings)
        {
            Count(result, finding, visit, QuestionEvents.Raised, "", "");
        }
    }

    /// <summary>Counts the answers that were taken.</summary>
    public void Answered(ScanResult result, string? visit, IEnumerable<Answer> taken)
    {
        if (!Counts(result))
        {
            return;
        }

        foreach (var answer in taken)
        {
            if (result.Findings.FirstOrDefault(finding => finding.Id == answer.Finding) is { } finding)
            {
                Count(result, finding, visit, answer);
            }
        }
    }

    /// <summary>
    /// Hands over what has come together; what can't be handed over waits. One at a time: who reads the counts next is to find those, too,
    /// that another is about to hand over.
    /// </summary>
    public async Task FlushAsync(Store store, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            await HandOverAsync(store, cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task HandOverAsync(Store store, CancellationToken cancellation)
    {
        if (tally.IsEmpty)
        {
            return;
        }

        await using var context = store.Context();
        foreach (var (key, count) in tally.Take())
        {
            try
            {
                await context.Database.ExecuteSqlAsync($"""
                    INSERT INTO question_counts (pack, version, element, kind, event, field, choice, count)
                    VALUES ({key.Pack}, {key.Version}, {key.Element}, {key.Kind}, {key.Event}, {key.Field}, {key.Choice}, {count})
                    ON CONFLICT (pack, version, element, kind, event, field, choice) DO UPDATE SET count = question_counts.count + excluded.count
                    """, cancellation);
            }
            catch
            {
                tally.Add(key, count);
                throw;
            }
        }
    }

    private bool Counts(ScanResult result) => !shelf.IsSample(result.Document.Sha256);

    private void Count(ScanResult result, Finding finding, string? visit, Answer answer)
    {
        if (OfferedWords.ReasonOf(answer) is { } reason)
        {
            Count(result, finding, visit, QuestionEvents.Dismissed, "", reason);
            return;
        }

        var fields = finding.Suggestion?.Fields ?? [];
        var given = answer.Fields ?? fields.Take(1).ToDictionary(field => field.Name, _ => answer.Text ?? "");
        foreach (var (name, choice) in given.Count > 0 ? given : new Dictionary<string, string> { [""] = answer.Text ?? "" })
        {
            var known = fields.FirstOrDefault(field => field.Name == name);
            Count(result, finding, visit, QuestionEvents.Answered, known?.Name ?? "", OfferedWords.Of(shelf, result, finding.Element, known, choice) ?? AnswerWords.Other);
        }
    }

    private void Count(ScanResult result, Finding finding, string? visit, string what, string field, string choice)
    {
        var counted = visit == Rehearsal.Visit ? rehearsed : tally;
        if (counted.IsNew($"{visit ?? result.Document.Sha256}|{result.Pack.Id}|{result.Pack.Version}|{finding.Id}|{what}|{field}|{choice}"))
        {
            counted.Add(new Key(result.Pack.Id, result.Pack.Version, finding.Element, finding.Kind, what, field, choice), 1);
        }
    }

    private readonly record struct Key(string Pack, string Version, string Element, string Kind, string Event, string Field, string Choice);

    /// <summary>What came together since the last look, and what was counted lately.</summary>
    private sealed class Tally
    {
        // Two generations of what was counted lately; the older one is forgotten when the younger is full.
        private const int MostRemembered = 50_000;

        private readonly ConcurrentDictionary<Key, long> waiting = new();
        private readonly Lock gate = new();
        private HashSet<UInt128> young = [];
        private HashSet<UInt128> old = [];

        public bool IsEmpty => waiting.IsEmpty;

        public void Add(Key key, long count) => waiting.AddOrUpdate(key, count, (_, before) => before + count);

        /// <summary>Each is out of it as soon as it is given.</summary>
        public IEnumerable<(Key Key, long Count)> Take()
        {
            foreach (var key in waiting.Keys)
            {
                waiting.TryRemove(key, out var count);
                yield return (key, count);
            }
        }

        /// <summary>A draft is scanned after each change that is made to it; its questions are raised once.</summary>
        public bool IsNew(string what)
        {
            var hash = XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(what));
            lock (gate)
            {
                if (old.Contains(hash) || !young.Add(hash))
                {
                    return false;
                }

                if (young.Count >= MostRemembered)
                {
                    (old, young) = (young, []);
                }

                return true;
            }
        }
    }
}
