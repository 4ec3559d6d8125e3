using System.Xml;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>
/// The text of one paragraph while it is put together, with its spans. This is the only place where an offset of a draft
/// comes into being: whatever maps offsets back to runs has to listen to <see cref="Append"/>, <see cref="AppendValue"/>
/// and the dropping of characters in <see cref="Tidy"/>, and to nothing else.
/// </summary>
internal sealed class ParagraphText
{
    /// <summary>Text is taken in pieces of this length, so that each shows that the reading goes on.</summary>
    public const int ChunkLength = 8192;

    private const char SoftHyphen = '\u00AD';
    private const int Open = -1;
    private readonly List<DraftSpan> spans = [];
    private char[] characters = new char[512];
    private int lastBold = Open;
    private int lastInsertion = Open;
    private int openSpans;
    private bool isUnsorted;

    /// <summary>UTF-16 units so far.</summary>
    public int Length { get; private set; }

    public void Clear()
    {
        Length = 0;
        spans.Clear();
        (lastBold, lastInsertion, openSpans, isUnsorted) = (Open, Open, 0, false);
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(characters.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Appends the value of the reader's text node without a string in between.</summary>
    public void AppendValue(XmlReader reader, PartStream stream, ReadBudget budget)
    {
        int read;
        do
        {
            Reserve(128);
            stream.Progress();
            read = reader.ReadValueChunk(characters, Length, Math.Min(characters.Length - Length, ChunkLength));
            budget.SpendCharacters(read);
            Length += read;
        }
        while (read > 0);
    }

    /// <summary>
    /// Brings what was appended from <paramref name="start"/> on to what Word shows: without <c>xml:space</c> the white space
    /// at its ends goes, a line end inside it is a space, and a soft hyphen is nothing.
    /// </summary>
    public void Tidy(int start, bool preserveSpace)
    {
        if (!preserveSpace)
        {
            Trim(start);
        }

        var from = characters.AsSpan(start, Length - start).IndexOfAny(SoftHyphen, '\r', '\n');
        if (from >= 0)
        {
            Rewrite(start + from);
        }
    }

    /// <summary>Marks what was appended from <paramref name="start"/> on.</summary>
    public void Mark(int start, bool bold, bool inserted)
    {
        if (Length == start)
        {
            return;
        }

        if (bold)
        {
            Extend(ref lastBold, DraftSpanKind.Bold, start);
        }

        if (inserted)
        {
            Extend(ref lastInsertion, DraftSpanKind.PendingInsertion, start);
        }
    }

    /// <summary>Starts a span here; the answer is for <see cref="CloseSpan"/>.</summary>
    public int OpenSpan(DraftSpanKind kind, string? tag = null, DraftField? field = null)
    {
        spans.Add(new DraftSpan(kind, Length, Open, tag) { Field = field });
        openSpans++;
        return spans.Count - 1;
    }

    /// <summary>Ends a span here, unless the paragraph's end has done so.</summary>
    public void CloseSpan(int span)
    {
        if (span < spans.Count && spans[span].Length == Open)
        {
            spans[span] = spans[span] with { Length = Length - spans[span].Start };
            openSpans--;
        }
    }

    /// <summary>Adds a span over all from <paramref name="start"/> on, known only now that it has been read.</summary>
    public void AddSpan(DraftSpanKind kind, int start)
    {
        spans.Add(new DraftSpan(kind, start, Length - start));
        isUnsorted = true;
    }

    /// <summary>A point to come back to with <see cref="CutBack"/>.</summary>
    public (int Length, int Spans) Here => (Length, spans.Count);

    /// <summary>Takes back all that came after <paramref name="point"/>. Every span that was opened since then is closed.</summary>
    public void CutBack((int Length, int Spans) point)
    {
        Length = point.Length;
        spans.RemoveRange(point.Spans, spans.Count - point.Spans);
        lastBold = Shorten(lastBold);
        lastInsertion = Shorten(lastInsertion);
    }

    public ReadOnlySpan<char> From(int start) => characters.AsSpan(start, Length - start);

    /// <summary>Ends every span that is still open: the paragraph ends.</summary>
    public void CloseSpans()
    {
        // From the end: of a paragraph joined from thousands, only the last piece is looked through.
        for (var i = spans.Count - 1; openSpans > 0 && i >= 0; i--)
        {
            CloseSpan(i);
        }
    }

    public bool IsBlank(int start) => characters.AsSpan(start, Length - start).IsWhiteSpace();

    public override string ToString() => new(characters, 0, Length);

    /// <summary>The spans that hold text, in order of their start.</summary>
    public IReadOnlyList<DraftSpan> Spans()
    {
        if (spans.Count == 0)
        {
            return [];
        }

        spans.RemoveAll(static span => span.Length <= 0);
        return isUnsorted ? [.. spans.OrderBy(static span => span.Start)] : [.. spans];
    }

    private int Shorten(int last)
    {
        if (last >= spans.Count)
        {
            return Open;
        }

        if (last >= 0 && spans[last].End > Length)
        {
            spans[last] = spans[last] with { Length = Length - spans[last].Start };
        }

        return last;
    }

    private void Extend(ref int last, DraftSpanKind kind, int start)
    {
        if (last >= 0 && spans[last].End == start)
        {
            spans[last] = spans[last] with { Length = Length - spans[last].Start };
            return;
        }

        last = spans.Count;
        spans.Add(new DraftSpan(kind, start, Length - start));
    }

    private void Trim(int start)
    {
        var text = characters.AsSpan(start, Length - start);
        var kept = text.Trim(" \t\r\n");
        kept.CopyTo(text);
        Length = start + kept.Length;
    }

    private void Rewrite(int start)
    {
        var to = start;
        foreach (var character in characters.AsSpan(start, Length - start))
        {
            if (character != SoftHyphen)
            {
                characters[to++] = character is '\r' or '\n' ? ' ' : character;
            }
        }

        Length = to;
    }

    private void Reserve(int count)
    {
        if (characters.Length - Length < count)
        {
            Array.Resize(ref characters, Math.Max(characters.Length * 2, Length + count));
        }
    }
}
