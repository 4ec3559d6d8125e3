using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Sections;

/// <summary>Finds the headings that run in with their text, and the lines that are headings of their own.</summary>
internal sealed class LeadReader(SectionLexicon lexicon, Lexicon words)
{
    private const int LongestLead = 12;

    /// <summary>The end of a heading that starts at <paramref name="at"/> and its number, or (at, -1).</summary>
    public (int End, int Number) Read(DraftParagraph paragraph, ReadOnlySpan<Token> tokens, int first, int at)
    {
        if (at == first && IsUnfilled(paragraph))
        {
            // "[surgeon]" waits for a name and is no heading.
            return (at, -1);
        }

        if (at == first && (paragraph.Cell is { Column: 0 } || paragraph.HeadingLevel > 0 || IsLine(tokens, at)))
        {
            var whole = Number(paragraph, tokens[at..], out _, anyHeading: paragraph.HeadingLevel > 0);
            if (whole >= 0)
            {
                return (tokens.Length, whole);
            }
        }

        var bold = at == first ? BoldEnd(paragraph, tokens, at) : at;
        if (bold > at)
        {
            var number = Number(paragraph, tokens[at..bold], out _, anyHeading: true);
            if (number >= 0)
            {
                return (SkipColon(tokens, bold), number);
            }
        }

        if (at == first && tokens[at].Kind == TokenKind.Word && !tokens[at].Is(TokenFlags.Capitalised) && Spoken(paragraph, tokens, at) is { Number: >= 0 } spoken)
        {
            return spoken;
        }

        var mark = at == first ? Mark(tokens, at) : -1;
        if (mark > at && Number(paragraph, tokens[at..mark], out _, anyHeading: false) is >= 0 and var marked)
        {
            return (mark + 1, marked);
        }

        var colon = Colon(tokens, at);
        if (colon > at)
        {
            var capitals = AllCapitals(tokens[at..colon]);
            var number = Number(paragraph, tokens[at..colon], out var exact, anyHeading: capitals || at == first);
            if (number >= 0 && (at == first || capitals || exact && tokens[at].Is(TokenFlags.Capitalised)))
            {
                return (colon + 1, number);
            }
        }

        return (at, -1);
    }

    private static bool IsUnfilled(DraftParagraph paragraph)
    {
        foreach (var span in paragraph.Spans)
        {
            if (span.Kind == DraftSpanKind.Placeholder && span.Start <= 0 && span.End >= paragraph.Text.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"preop diagnosis cervical stenosis", "indications colon this is": dictation without capitals or marks.</summary>
    private (int End, int Number) Spoken(DraftParagraph paragraph, ReadOnlySpan<Token> tokens, int at)
    {
        for (var length = Math.Min(4, tokens.Length - at); length > 0; length--)
        {
            var number = Number(paragraph, tokens.Slice(at, length), out _, anyHeading: false);
            if (number >= 0)
            {
                var end = at + length;
                return (end < tokens.Length && words.Is(tokens[end].Word, WordForm.Mark) ? end + 1 : SkipColon(tokens, end), number);
            }
        }

        return (at, -1);
    }

    private int Number(DraftParagraph paragraph, ReadOnlySpan<Token> tokens, out bool exact, bool anyHeading)
    {
        exact = false;
        Span<char> buffer = stackalloc char[120];
        var length = 0;
        var text = paragraph.Text.AsSpan();
        foreach (var token in tokens)
        {
            if (token.Kind is not (TokenKind.Word or TokenKind.Slash or TokenKind.Number) || token.Kind == TokenKind.Number && length == 0)
            {
                continue;
            }

            if (length + token.Length + 1 >= buffer.Length)
            {
                return -1;
            }

            if (length > 0)
            {
                buffer[length++] = ' ';
            }

            length += text.Slice(token.Start, token.Length).ToLowerInvariant(buffer[length..]);
        }

        var words = buffer[..length];
        if (words.IsEmpty)
        {
            return -1;
        }

        var number = lexicon.Whole(words);
        exact = number >= 0;
        return exact || !anyHeading ? number : lexicon.ByKey(words);
    }

    /// <summary>A short line without a full stop: it may be a heading of its own.</summary>
    private static bool IsLine(ReadOnlySpan<Token> tokens, int at)
        => tokens.Length - at is > 0 and <= LongestLead && tokens[^1].Kind is TokenKind.Word or TokenKind.Colon or TokenKind.Close;

    /// <summary>"Background. The patient …", "Story - Sixty-one": a full stop or a dash behind a heading that is known by its words.</summary>
    private static int Mark(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at + 1; i < tokens.Length - 1 && i <= at + 5; i++)
        {
            if (tokens[i].Kind == TokenKind.Period && !tokens[i + 1].Is(TokenFlags.Glued)
                || tokens[i].Kind == TokenKind.Hyphen && !tokens[i].Is(TokenFlags.Glued) && !tokens[i + 1].Is(TokenFlags.Glued))
            {
                return i;
            }

            if (tokens[i].Kind is not TokenKind.Word)
            {
                return -1;
            }
        }

        return -1;
    }

    public static int Colon(ReadOnlySpan<Token> tokens, int at)
    {
        for (var i = at; i < tokens.Length && i < at + LongestLead; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.Colon:
                    return i;
                case TokenKind.Period or TokenKind.Semicolon or TokenKind.Blank:
                    return -1;
                default:
                    break;
            }
        }

        return -1;
    }

    /// <summary>Where the next run-in heading in capitals starts in the same paragraph; the paragraph's end if there is none.</summary>
    public int Next(DraftParagraph paragraph, ReadOnlySpan<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Length; i++)
        {
            if (tokens[i - 1].Kind is not (TokenKind.Period or TokenKind.Colon) || !tokens[i].Is(TokenFlags.Capitalised))
            {
                continue;
            }

            var colon = Colon(tokens, i);
            if (colon > i && Number(paragraph, tokens[i..colon], out var exact, AllCapitals(tokens[i..colon])) >= 0
                && (exact || AllCapitals(tokens[i..colon])))
            {
                return i;
            }
        }

        return tokens.Length;
    }

    public static bool AllCapitals(ReadOnlySpan<Token> tokens)
    {
        var any = false;
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            if (!token.Is(TokenFlags.Capitals) && token.Length > 1)
            {
                return false;
            }

            any = true;
        }

        return any;
    }

    private static int BoldEnd(DraftParagraph paragraph, ReadOnlySpan<Token> tokens, int at)
    {
        foreach (var span in paragraph.Spans)
        {
            if (span.Kind == DraftSpanKind.Bold && span.Start <= tokens[at].Start)
            {
                var end = at;
                while (end < tokens.Length && tokens[end].End <= span.End)
                {
                    end++;
                }

                return end - at <= LongestLead ? end : at;
            }
        }

        return at;
    }

    private static int SkipColon(ReadOnlySpan<Token> tokens, int at)
        => at < tokens.Length && tokens[at].Kind == TokenKind.Colon ? at + 1 : at;
}
