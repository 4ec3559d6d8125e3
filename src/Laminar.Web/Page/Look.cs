using Laminar.Engine;

namespace Laminar.Web;

/// <summary>How a paragraph's own text looks from place to place: bold, a blank to fill in, an insertion that nobody has accepted yet.</summary>
internal sealed class Look(DraftParagraph paragraph)
{
    private readonly Sweep<DraftSpanKind> bold = Of(paragraph, DraftSpanKind.Bold);
    private readonly Sweep<DraftSpanKind> blank = Of(paragraph, DraftSpanKind.Placeholder);
    private readonly Sweep<DraftSpanKind> inserted = Of(paragraph, DraftSpanKind.PendingInsertion);

    /// <param name="place">No earlier than the place asked for before.</param>
    public (string Tag, string Class) At(int place) => (
        inserted.TryFind(place, out _) ? "ins" : "span",
        (bold.TryFind(place, out _) ? "bold " : "") + (blank.TryFind(place, out _) ? "blank " : ""));

    private static Sweep<DraftSpanKind> Of(DraftParagraph paragraph, DraftSpanKind kind) =>
        new(paragraph.Spans.Where(span => span.Kind == kind).Select(span => (span.Start, span.End, 0, kind)));
}
