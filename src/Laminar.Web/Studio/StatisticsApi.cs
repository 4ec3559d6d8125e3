using Microsoft.EntityFrameworkCore;

namespace Laminar.Web;

/// <summary>How a pack's questions fare, in counts.</summary>
internal static class StatisticsApi
{
    public static void MapStatistics(this RouteGroupBuilder studio) =>
        studio.MapGet("/packs/{id}/statistics", GetAsync).WithTags("Studio: questions").WithName("GetQuestionStatistics")
            .WithSummary("How often each question was raised, answered and dismissed")
            .WithDescription("For each version, the newest first. Counts alone: own words and free reasons are \"other\". What is dismissed more than answered stands first.");

    private static async Task<VersionStatistics[]> GetAsync(string id, Store store, PackShelf shelf, QuestionCounts counts, CancellationToken cancellation)
    {
        await counts.FlushAsync(store, cancellation);
        await using var context = store.Context();
        var rows = await context.Counts.AsNoTracking().Where(row => row.Pack == id).ToListAsync(cancellation);
        var elements = shelf.Find(id)?.Outline.ToDictionary(element => element.Id) ?? [];
        return [.. rows.GroupBy(row => row.Version).OrderByDescending(version => version.Key, Comparer<string>.Create(PackNumber.Compare))
            .Select(version => new VersionStatistics(version.Key, [.. version.GroupBy(row => (row.Element, row.Kind))
                .Select(question => Of(question.Key.Element, question.Key.Kind, [.. question], elements.GetValueOrDefault(question.Key.Element)))
                .OrderByDescending(question => question.Dismissed > question.Answered)
                .ThenByDescending(question => question.Dismissed - question.Answered)
                .ThenByDescending(question => question.Raised)
                .ThenBy(question => question.Element, StringComparer.Ordinal)]))];
    }

    private static QuestionStatistics Of(string element, string kind, List<QuestionCount> rows, Laminar.Engine.PackElement? known) => new(
        element, kind, known?.Name ?? Words.FromId(element), known?.Question,
        Sum(rows, QuestionEvents.Raised), Answered(rows), Sum(rows, QuestionEvents.Dismissed),
        [.. rows.Where(row => row.Event == QuestionEvents.Answered).OrderByDescending(row => row.Count).Select(row => new OptionCount(row.Field, row.Choice, row.Count))],
        [.. rows.Where(row => row.Event == QuestionEvents.Dismissed).OrderByDescending(row => row.Count).Select(row => new ReasonCount(row.Choice, row.Count))]);

    /// <summary>An answer to several fields is one answer.</summary>
    private static long Answered(List<QuestionCount> rows) =>
        rows.Where(row => row.Event == QuestionEvents.Answered).GroupBy(row => row.Field).Select(field => field.Sum(row => row.Count)).DefaultIfEmpty().Max();

    private static long Sum(List<QuestionCount> rows, string what) => rows.Where(row => row.Event == what).Sum(row => row.Count);
}
