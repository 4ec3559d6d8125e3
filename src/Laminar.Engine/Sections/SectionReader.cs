using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Sections;

/// <summary>
/// Cuts the draft into sections by the headings people use: run-in capitals with a colon (also in mid-paragraph), Word heading
/// styles, bold lead-ins, a line of its own with or without a colon, the label cell of a table row.
/// </summary>
internal sealed class SectionReader(SectionLexicon lexicon, Lexicon words)
{
    private const int LongestLead = 12;
    private const int LongestTitle = 40;

    public void Read(Draft draft, List<Token> tokens, int[] firstTokens, List<Segment> segments)
    {
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);
        var kind = SectionKind.Body;
        var heading = -1;
        var part = DraftPart.Body;
        var titled = false;
        var held = false;
        var step = false;
        var before = (Kind: SectionKind.Body, Heading: -1, Alone: false);
        for (var p = 0; p < draft.Paragraphs.Count; p++)
        {
            var paragraph = draft.Paragraphs[p];
            if (paragraph.Part != part)
            {
                (part, kind, heading) = (paragraph.Part, SectionKind.Body, -1);
            }

            var (first, end) = (firstTokens[p], firstTokens[p + 1]);
            (kind, heading) = Carried(span[first..end]);
            var at = first;
            while (at < end)
            {
                var (lead, number) = Lead(paragraph, span[..end], first, at);
                if (number >= 0)
                {
                    before = (kind, heading, lead == end);
                    (heading, kind) = (number, Kind(draft, span, firstTokens, p, lead, end, number));
                    step = before.Kind == SectionKind.Description && kind is SectionKind.TimeOut or SectionKind.Consent && lead < end && !AllCapitals(span[at..(lead - 1)]);
                    held = lead == end;
                    titled |= kind == SectionKind.Title;
                }

                if (number < 0 && at == first && IsUnknownHeading(span[..end], at, kind))
                {
                    (kind, heading) = (SectionKind.Body, -1);
                }

                var next = number >= 0 ? lead : at;
                var stop = NextInlineLead(paragraph, span[..end], Math.Max(next, at + 1));
                var brief = number >= 0 && at > first && !AllCapitals(span[at..(lead - 1)]);
                stop = brief ? Math.Min(stop, SentenceEnd(span[..end], next)) : stop;
                segments.Add(new Segment(p, at, next, stop, kind, heading));
                at = stop;
                if (brief)
                {
                    (kind, heading) = (before.Kind, before.Heading);
                }
            }

            SectionKind Kind(Draft d, ReadOnlySpan<Token> all, int[] starts, int index, int from, int to, int number)
            {
                var known = lexicon[number];
                return known.Decides || known.Kind != SectionKind.Title ? known.Kind
                    : titled && to <= from || IsNarrative(d, all, starts, index, from, to) ? SectionKind.Description : SectionKind.Title;
            }
        }

        // What a heading still covers when a paragraph without one follows: a line of the heading block covers itself alone,
        // a title its list but no narrative, a step of the description ("3. Time-out: …") its own paragraph.
        (SectionKind Kind, int Heading) Carried(ReadOnlySpan<Token> tokens)
        {
            if (step)
            {
                step = false;
                return (before.Kind, before.Heading);
            }

            if (tokens.IsEmpty || kind is not (SectionKind.Fact or SectionKind.Aside or SectionKind.Title or SectionKind.Diagnosis))
            {
                return (kind, heading);
            }

            if (held)
            {
                held = kind is SectionKind.Title or SectionKind.Diagnosis;
                return (kind, heading);
            }

            var covers = kind is SectionKind.Title or SectionKind.Diagnosis && !(tokens.Length > LongestTitle && HasVerb(tokens));
            return covers ? (kind, heading) : (SectionKind.Body, -1);
        }
    }

    /// <summary>A heading that nobody has listed ends a title or a diagnosis; one in capitals ends whatever stood before it.</summary>
    private static bool IsUnknownHeading(ReadOnlySpan<Token> tokens, int at, SectionKind kind)
    {
        var colon = Colon(tokens, at);
        return colon > at && colon <= at + 6 && tokens[at].Is(TokenFlags.Capitalised)
            && (kind is SectionKind.Title or SectionKind.Diagnosis || kind != SectionKind.Description && AllCapitals(tokens[at..colon]));
    }

    /// <summary>"Family history: none. The MRI …": a lead-in inside a paragraph covers its own sentence, unless it is in capitals.</summary>
    private static int SentenceEnd(ReadOnlySpan<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Period && (i + 1 == tokens.Length || !tokens[i + 1].Is(TokenFlags.Glued)))
            {
                return i + 1;
            }
        }

        return tokens.Length;
    }

    /// <summary>The end of a heading that starts at <paramref name="at"/> and its number, or (at, -1).</summary>
    private (int End, int Number) Lead(DraftParagraph paragraph, ReadOnlySpan<Token> tokens, int first, int at)
    {
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

    private static int Colon(ReadOnlySpan<Token> tokens, int at)
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
    private int NextInlineLead(DraftParagraph paragraph, ReadOnlySpan<Token> tokens, int from)
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

    private static bool AllCapitals(ReadOnlySpan<Token> tokens)
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

    /// <summary>
    /// Whether the text under "Procedure" tells what was done (many words, or sentences with a verb) and not only its name.
    /// Where the heading stands alone, the next paragraph that has words decides.
    /// </summary>
    private bool IsNarrative(Draft draft, ReadOnlySpan<Token> tokens, int[] starts, int paragraph, int from, int to)
    {
        for (var p = paragraph + 1; from >= to && p < draft.Paragraphs.Count; p++)
        {
            (from, to) = (starts[p], starts[p + 1]);
        }

        if (to - from > LongestTitle * 2)
        {
            return true;
        }

        return HasVerb(tokens[from..to]);
    }

    private bool HasVerb(ReadOnlySpan<Token> tokens)
    {
        var past = 0;
        foreach (var token in tokens)
        {
            if (words.Is(token.Word, WordForm.Auxiliary | WordForm.SubjectPronoun))
            {
                return true;
            }

            past += words.Is(token.Word, WordForm.VerbPast) ? 1 : 0;
        }

        // Telegraphic reports drop the auxiliary; a title has at most a participle or a "left".
        return past >= 3 && tokens.Length > LongestTitle / 2;
    }
}
