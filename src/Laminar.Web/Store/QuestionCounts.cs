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
internal sealed class QuestionCounts(PackShelf shelf)
{
    // Two generations of what was counted lately; the older one is forgotten when the younger is full.
    private const int MostRemembered = 50_000;

    private readonly ConcurrentDictionary<Key, long> waiting = new();
    private readonly Lock gate = new();
    private HashSet<UInt128> young = [];
    private HashSet<UInt128> old = [];

    /// <param name="visit">Who tells apart one draft from the next; null takes the file itself.</param>
    public void Raised(ScanResult result, string? visit)
    {
        if (!Counts(result, visit))
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
        if (!Counts(result, visit))
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

    /// <summary>Hands over what has come together; what can't be handed over waits.</summary>
    public async Task FlushAsync(Store store, CancellationToken cancellation)
    {
        if (waiting.IsEmpty)
        {
            return;
        }

        await using var context = store.Context();
        foreach (var key in waiting.Keys)
        {
            waiting.TryRemove(key, out var count);
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
                waiting.AddOrUpdate(key, count, (_, more) => more + count);
                throw;
            }
        }
    }

    /// <summary>Neither what the server rehearses with nor the sample drafts.</summary>
    private bool Counts(ScanResult result, string? visit) => visit != Rehearsal.Visit && !shelf.IsSample(result.Document.Sha256);

    private void Count(ScanResult result, Finding finding, string? visit, Answer answer)
    {
        const string Dismissed = "dismissed:";
        if (answer.Text?.TrimStart() is { } text && text.StartsWith(Dismissed, StringComparison.OrdinalIgnoreCase))
        {
            Count(result, finding, visit, QuestionEvents.Dismissed, "", ReportReasons.CodeOf(text[Dismissed.Length..]));
            return;
        }

        var fields = finding.Suggestion?.Fields ?? [];
        var given = answer.Fields ?? fields.Take(1).ToDictionary(field => field.Name, _ => answer.Text ?? "");
        foreach (var (name, choice) in given.Count > 0 ? given : new Dictionary<string, string> { [""] = answer.Text ?? "" })
        {
            var known = fields.FirstOrDefault(field => field.Name == name);
            Count(result, finding, visit, QuestionEvents.Answered, known?.Name ?? "", ChoiceOf(result, finding.Element, known, choice));
        }
    }

    /// <summary>An option of the scan may hold words of the draft; one of the pack does not.</summary>
    private string ChoiceOf(ScanResult result, string element, SuggestionField? field, string choice)
    {
        var own = shelf.Find(result.Pack.Id)?.Outline.Where(one => field is not null || one.Id == element).SelectMany(one => one.Fields)
            .Where(one => field is null || one.Name == field.Name).SelectMany(one => one.Options) ?? [];
        return own.Append(AnswerWords.NotPerformed).Append(AnswerWords.UnableToState)
            .FirstOrDefault(option => option.Equals(choice.Trim(), StringComparison.OrdinalIgnoreCase)) ?? AnswerWords.Other;
    }

    private void Count(ScanResult result, Finding finding, string? visit, string what, string field, string choice)
    {
        if (IsNew($"{visit ?? result.Document.Sha256}|{result.Pack.Id}|{result.Pack.Version}|{finding.Id}|{what}|{field}|{choice}"))
        {
            waiting.AddOrUpdate(new Key(result.Pack.Id, result.Pack.Version, finding.Element, finding.Kind, what, field, choice), 1, (_, count) => count + 1);
        }
    }

    /// <summary>A draft is scanned after each change that is made to it; its questions are raised once.</summary>
    private bool IsNew(string what)
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

    private readonly record struct Key(string Pack, string Version, string Element, string Kind, string Event, string Field, string Choice);
}
