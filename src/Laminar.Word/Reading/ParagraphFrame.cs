using Laminar.Engine;

namespace Laminar.Word;

/// <summary>A paragraph that is being read. Frames nest where text boxes stand inside a paragraph, and are used again.</summary>
internal sealed class ParagraphFrame
{
    public ParagraphText Text { get; } = new();

    /// <summary>Paragraphs of the text boxes that hang on this one: they are numbered right after it.</summary>
    public List<DraftParagraph> Boxes { get; } = [];

    /// <summary>Where the text comes from; filled only for whoever wants to write.</summary>
    public List<TextPiece> Pieces { get; } = [];

    /// <summary>Deleted text; filled only for whoever shows the draft.</summary>
    public List<DeletedText> Deleted { get; } = [];

    /// <summary>The <c>w:p</c>, by its <see cref="XmlCursor.Ordinal"/>; of joined ones the last.</summary>
    public int Element { get; set; }

    public ParagraphFormat Format { get; set; }

    public ResolvedStyle Style { get; set; }

    /// <summary>Whether the reader is between the paragraph's tags.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether the paragraph runs on, so that its text waits for the next paragraph's.</summary>
    public bool AwaitsRest { get; set; }

    /// <summary>Whether an unanswered suggestion of our own was passed over in it.</summary>
    public bool HoldsSuggestion { get; set; }

    /// <summary>Whether the paragraph was put in for a suggestion and holds nothing else.</summary>
    public bool IsSuggestion => HoldsSuggestion && Format.IsOwn && Text.Length == 0 && Boxes.Count == 0;

    /// <summary>Counts the paragraphs of this frame, to tell whether two places stand in the same one.</summary>
    public int Number { get; set; }

    public DraftParagraph ToParagraph(DraftPart part, DraftCell? cell) => new(Text.ToString())
    {
        Part = part,
        Cell = cell,
        HeadingLevel = StyleSheet.Heading(Format.OutlineLevel) ?? Style.HeadingLevel,
        IsListItem = Format.Numbered ?? Style.Numbered,
        Spans = Text.Spans(),
        Deleted = Deleted.Count == 0 ? [] : [.. Deleted],
    };
}
