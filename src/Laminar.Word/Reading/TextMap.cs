using Laminar.Engine;

namespace Laminar.Word;

/// <summary>A stretch of a paragraph's text and the element that it comes from.</summary>
/// <param name="Element">A <c>w:t</c>, or an element that stands for characters (a tab, a symbol), by its <see cref="XmlCursor.Ordinal"/>.</param>
/// <param name="Fields">How many complex fields are open around it.</param>
internal readonly record struct TextPiece(int Start, int Length, int Element, int Fields)
{
    public int End => Start + Length;
}

/// <summary>Where a paragraph stands in the main part.</summary>
/// <param name="Element">The <c>w:p</c>, by its <see cref="XmlCursor.Ordinal"/>; of joined ones the last.</param>
internal sealed record ParagraphPlace(int Element, TextPiece[] Pieces);

/// <summary>Maps the body's paragraphs back to the markup that they came from. Nothing else knows both.</summary>
internal sealed class TextMap
{
    private readonly Dictionary<DraftParagraph, ParagraphPlace> places = new(ReferenceEqualityComparer.Instance);

    public void Add(DraftParagraph paragraph, ParagraphPlace place) => places.Add(paragraph, place);

    /// <summary>Null for a paragraph that stands outside the body.</summary>
    public ParagraphPlace? Of(DraftParagraph paragraph) => places.GetValueOrDefault(paragraph);
}
