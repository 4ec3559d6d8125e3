namespace Laminar.Engine;

/// <summary>
/// An operative report that is still being written, as its reader sees it: plain paragraphs in document order,
/// body first, then headers, footers, footnotes and endnotes (the contract's ruling 11).
/// </summary>
/// <param name="Name">The file's name without a folder, for display only.</param>
/// <param name="Sha256">Lower-case hexadecimal hash of the bytes that were read.</param>
/// <param name="Paragraphs">Every paragraph, empty ones too; its index is the <c>paragraph</c> of the contract.</param>
/// <param name="Notices">What the reader could not take in (an <c>altChunk</c>, say): one sentence each, without draft text.</param>
public sealed record Draft(
    string Name,
    string Sha256,
    IReadOnlyList<DraftParagraph> Paragraphs,
    IReadOnlyList<string> Notices)
{
    /// <summary>Answers to earlier findings that the document keeps; empty for a document that keeps none.</summary>
    public IReadOnlyList<DraftAnswer> Answers { get; init; } = [];

    /// <summary>A draft from plain text: a line is a paragraph. Blank lines are kept, so that numbers match the file.</summary>
    /// <param name="name">For display only.</param>
    /// <param name="text">Lines may end in LF, CRLF or CR.</param>
    /// <param name="sha256">Hash of the bytes the text came from, or empty.</param>
    public static Draft FromText(string name, string text, string sha256 = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var paragraphs = new List<DraftParagraph>();
        var lines = text.AsSpan();
        while (true)
        {
            var end = lines.IndexOfAny('\r', '\n');
            if (end < 0)
            {
                if (lines.Length > 0 || paragraphs.Count == 0)
                {
                    paragraphs.Add(new DraftParagraph(lines.ToString()));
                }

                return new Draft(name, sha256, paragraphs, []);
            }

            paragraphs.Add(new DraftParagraph(lines[..end].ToString()));
            lines = lines[(lines[end] == '\r' && end + 1 < lines.Length && lines[end + 1] == '\n' ? end + 2 : end + 1)..];
        }
    }
}

/// <summary>The part of the document that a paragraph stands in.</summary>
public enum DraftPart
{
    Body,
    Header,
    Footer,
    Footnote,
    Endnote,
}

/// <summary>One paragraph as a reader sees it.</summary>
/// <param name="Text">
/// Tracked deletions, hidden text and comments left out; tracked insertions kept; a tab or a break is one character
/// (<c>\t</c>, <c>\n</c>); a non-breaking hyphen reads as a hyphen. All offsets count UTF-16 units of this text.
/// </param>
public sealed record DraftParagraph(string Text)
{
    public DraftPart Part { get; init; }

    /// <summary>Outline level of a heading style: 1 to 9; 0 where the paragraph is no heading by its style.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>Whether Word numbers or bullets the paragraph (the number itself is no part of the text).</summary>
    public bool IsListItem { get; init; }

    /// <summary>The table cell that the paragraph stands in, or null.</summary>
    public DraftCell? Cell { get; init; }

    /// <summary>Stretches of the text that carry more than words, in order of their start. They may overlap.</summary>
    public IReadOnlyList<DraftSpan> Spans { get; init; } = [];

    /// <summary>Text that a tracked deletion has taken out and nobody has accepted yet, in order; empty unless the reader was asked for it.</summary>
    public IReadOnlyList<DeletedText> Deleted { get; init; } = [];
}

/// <summary>Deleted text, at the place of the paragraph's text where it stood.</summary>
/// <param name="Offset">UTF-16 units into the paragraph's text.</param>
public readonly record struct DeletedText(int Offset, string Text);

/// <summary>A table cell: the table's number in the draft, row and column, each from 0.</summary>
public readonly record struct DraftCell(int Table, int Row, int Column);

/// <summary>What a stretch of text is beside its words.</summary>
public enum DraftSpanKind
{
    /// <summary>Bold by direct formatting or style: how many reports mark a lead-in.</summary>
    Bold,

    /// <summary>A tracked insertion that nobody has accepted yet.</summary>
    PendingInsertion,

    /// <summary>The content of a content control that somebody filled; <see cref="DraftSpan.Tag"/> is its tag.</summary>
    ContentControl,

    /// <summary>Placeholder text of an unfilled content control, or the blank result of a form field: no content.</summary>
    Placeholder,
}

/// <summary>A stretch of a paragraph's text, in UTF-16 units.</summary>
public readonly record struct DraftSpan(DraftSpanKind Kind, int Start, int Length, string? Tag = null)
{
    public int End => Start + Length;

    /// <summary>The field of a standard note or the list that the stretch belongs to; null for all else. The same for every stretch of one control.</summary>
    public DraftField? Field { get; init; }
}

/// <summary>A content control that is a list to choose from, or a field of a standard note.</summary>
/// <param name="options">What the list offers; empty for a control that takes any words.</param>
/// <param name="takesWords">Whether own words may be written into it.</param>
public sealed class DraftField(IReadOnlyList<string> options, bool takesWords) : IEquatable<DraftField>
{
    public IReadOnlyList<string> Options => options;

    public bool TakesWords => takesWords;

    /// <summary>Two readings of one file are equal; whether two stretches are of one control is a question of reference.</summary>
    public bool Equals(DraftField? other) => other is not null && TakesWords == other.TakesWords && Options.SequenceEqual(other.Options, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as DraftField);

    public override int GetHashCode() => HashCode.Combine(Options.Count, TakesWords);
}
