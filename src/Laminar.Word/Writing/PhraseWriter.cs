using Laminar.Engine;

namespace Laminar.Word;

/// <summary>How a phrase is to look at its place.</summary>
/// <param name="Lead">The space that parts it from the text before, or nothing.</param>
/// <param name="Trail">The same behind it.</param>
/// <param name="Format">Run properties as markup.</param>
/// <param name="PlaceholderFormat">The same for what is still open.</param>
internal readonly record struct PhraseSetting(string Lead, string Trail, string Format, string PlaceholderFormat);

/// <summary>Where a phrase was put.</summary>
/// <param name="Offset">No more than the paragraph's text has.</param>
/// <param name="OwnParagraph">Whether it stands in a paragraph of its own behind that one.</param>
internal readonly record struct PhrasePlace(int Paragraph, int Offset, bool OwnParagraph, string Lead, string Trail);

/// <summary>
/// Puts phrases where a finding wants them: behind the sentence that it names, in that sentence's formatting, or in a paragraph
/// of their own behind a heading or an item of a list.
/// </summary>
internal sealed class PhraseWriter(MarkupTree tree, TextMap map, Draft draft, SeatFinder seats, Seating seating, WordMarkup markup)
{
    private readonly Formats formats = new(tree);

    /// <summary>Whether the document has a place for a phrase.</summary>
    public bool CanPut(Placement at, string text)
        => ParagraphBehind(at, text) is not null || seats.ForText(draft.Paragraphs[at.Paragraph], draft.Paragraphs[at.Paragraph].OffsetOf(at)) is not null;

    /// <returns>Where it stands now; null where the document has no place for it.</returns>
    /// <param name="text">The phrase with its fields in braces; one that starts with a lead-in is a line and no sentence.</param>
    /// <param name="phrase">Makes the markup: insertions and controls.</param>
    public PhrasePlace? Put(Placement at, string text, Func<PhraseSetting, string> phrase)
    {
        if (ParagraphBehind(at, text) is { } behind)
        {
            PutParagraph(at, behind, phrase);
            return new PhrasePlace(at.Paragraph, draft.Paragraphs[at.Paragraph].OffsetOf(at), true, "", "");
        }

        var paragraph = draft.Paragraphs[at.Paragraph];
        var offset = paragraph.OffsetOf(at);
        if (map.Of(paragraph) is not { } place || seats.ForText(paragraph, offset) is not { } seat)
        {
            return null;
        }

        var isLast = offset == paragraph.Text.Length || char.IsWhiteSpace(paragraph.Text[offset]);
        var setting = Setting(place, offset, Lead(paragraph.Text, offset, seating.IsTaken(seat)), isLast ? "" : " ", IsLeadIn(paragraph, offset));
        seating.Put(seat, SeatOrder.Phrase, phrase(setting));
        return new PhrasePlace(at.Paragraph, offset, false, setting.Lead, setting.Trail);
    }

    /// <summary>What parts a phrase from the text before: a space, and a period where that text has none ("None", "EBL 10 mL").</summary>
    private static string Lead(string text, int offset, bool isBehindPhrase)
        => isBehindPhrase ? " "
        : offset == 0 || char.IsWhiteSpace(text[offset - 1]) ? ""
        : char.IsLetterOrDigit(text[offset - 1]) || text[offset - 1] is ')' or ']' or '%' ? PhraseParts.NewSentence
        : " ";

    private void PutParagraph(Placement at, int behind, Func<PhraseSetting, string> phrase)
    {
        var model = Model(at);
        var place = map.Of(model)!;
        var properties = formats.OfParagraph(place.Element, markup.InsertedMark());
        var text = phrase(Setting(place, model.Text.Length, "", "", isLeadIn: false));
        seating.Put(Seat.At(tree[behind].End), SeatOrder.Phrase, $"<{tree.WordPrefix}p{tree.Declaration}>{properties}{text}</{tree.WordPrefix}p>");
    }

    /// <summary>
    /// The block behind which the phrase gets a paragraph of its own: a heading, an item of a list, a locked control, or any
    /// where the phrase is a line. A new paragraph is only put before another one: rejected, its mark has to fall to that.
    /// </summary>
    private int? ParagraphBehind(Placement at, string text)
    {
        var paragraph = draft.Paragraphs[at.Paragraph];
        if (map.Of(paragraph) is not { } place)
        {
            return null;
        }

        var closed = seats.ClosedAround(place.Element);
        var block = closed == MarkupTree.None ? place.Element : closed;
        var isWanted = at.OwnParagraph || PhraseParts.HasLeadIn(text) || closed != MarkupTree.None || paragraph.HeadingLevel > 0 || (paragraph.IsListItem && paragraph.OffsetOf(at) == paragraph.Text.Length);
        return isWanted && NextBlock(block) is var next and not MarkupTree.None && tree.Is(next, "p"u8) && !EndsSection(place.Element) ? block : null;
    }

    private int NextBlock(int block)
    {
        var next = tree.NextSibling(block);
        while (next != MarkupTree.None && !(tree.Is(next, "p"u8) || tree.Is(next, "tbl"u8) || tree.Is(next, "sdt"u8) || tree.Is(next, "sectPr"u8)))
        {
            next = tree.NextSibling(next);
        }

        return next;
    }

    private bool EndsSection(int paragraph)
        => tree.Child(paragraph, "pPr"u8) is var properties and not MarkupTree.None && tree.Child(properties, "sectPr"u8) != MarkupTree.None;

    /// <summary>The paragraph that a new one is to look like: behind a heading the text of its section, else the item itself.</summary>
    private DraftParagraph Model(Placement at)
    {
        var own = draft.Paragraphs[at.Paragraph];
        return own.HeadingLevel == 0 ? own
            : Body(Enumerable.Range(at.Paragraph + 1, draft.Paragraphs.Count - at.Paragraph - 1).Take(1))
                ?? Body(Enumerable.Range(0, draft.Paragraphs.Count).Reverse()) ?? own;

        DraftParagraph? Body(IEnumerable<int> numbers) => numbers.Select(number => draft.Paragraphs[number])
            .FirstOrDefault(paragraph => paragraph is { HeadingLevel: 0, Part: DraftPart.Body, Cell: null } && paragraph.Text.Length > 0 && map.Of(paragraph) is not null);
    }

    private PhraseSetting Setting(ParagraphPlace place, int offset, string lead, string trail, bool isLeadIn)
    {
        var source = FormatSource(place, offset);
        return new PhraseSetting(lead, trail, formats.OfRun(source, isLeadIn), formats.OfPlaceholder(source, isLeadIn));
    }

    /// <summary>The run whose formatting is taken: the nearest before the place that is no link, field or control; else the paragraph's mark.</summary>
    private int FormatSource(ParagraphPlace place, int offset)
    {
        var (plain, any) = (MarkupTree.None, MarkupTree.None);
        foreach (var piece in place.Pieces)
        {
            var run = tree.Parent(piece.Element);
            if (piece.Start < offset && tree.Is(run, "r"u8))
            {
                any = run;
                plain = piece.Fields == 0 && tree.Parent(run) is var parent && (tree.Is(parent, "p"u8) || tree.Is(parent, "ins"u8)) ? run : plain;
            }
        }

        return plain != MarkupTree.None ? plain : any != MarkupTree.None ? any : tree.Child(place.Element, "pPr"u8);
    }

    /// <summary>Whether all that stands before the place is a lead-in: "DESCRIPTION OF PROCEDURE:".</summary>
    private static bool IsLeadIn(DraftParagraph paragraph, int offset)
    {
        var before = paragraph.Text.AsSpan(0, offset).TrimEnd();
        return before.EndsWith(":") && before.Count(':') == 1 && !before.Contains('.');
    }
}
