using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Sections;

/// <summary>
/// Cuts a draft into sections by the headings people use: run-in capitals with a colon (also in mid-paragraph), Word heading
/// styles, bold lead-ins, a line of its own with or without a colon, the label cell of a table row. One reader a draft.
/// </summary>
internal sealed class SectionReader(SectionLexicon lexicon, Lexicon words)
{
    private const int LongestTitle = 40;

    private readonly LeadReader _leads = new(lexicon, words);
    private SectionKind _kind;
    private int _heading = -1;

    // The section that a step of the description ("3. Time-out: …") or a lead-in of one sentence interrupts.
    private (SectionKind Kind, int Heading) _interrupted;
    private bool _isStep;

    // A heading that stood alone waits for its text.
    private bool _waits;
    private bool _titled;

    public void Read(Draft draft, List<Token> tokens, int[] firstTokens, List<Segment> segments)
    {
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens);
        var part = DraftPart.Body;
        for (var p = 0; p < draft.Paragraphs.Count; p++)
        {
            if (draft.Paragraphs[p].Part != part)
            {
                (part, _kind, _heading) = (draft.Paragraphs[p].Part, SectionKind.Body, -1);
            }

            var (first, end) = (firstTokens[p], firstTokens[p + 1]);
            Carry(span[first..end]);
            for (var at = first; at < end;)
            {
                at = ReadSegment(draft, span, firstTokens, p, at, segments);
            }
        }
    }

    /// <summary>Adds the segment that starts at a token and returns the token behind it.</summary>
    private int ReadSegment(Draft draft, ReadOnlySpan<Token> all, int[] firstTokens, int p, int at, List<Segment> segments)
    {
        var (first, end) = (firstTokens[p], firstTokens[p + 1]);
        var tokens = all[..end];
        var (lead, number) = _leads.Read(draft.Paragraphs[p], tokens, first, at);
        var brief = false;
        if (number >= 0)
        {
            Enter(draft, all, firstTokens, p, at, lead, number);
            brief = at > first && !LeadReader.AllCapitals(tokens[at..(lead - 1)]);
        }
        else if (at == first && IsUnknownHeading(tokens, at, _kind))
        {
            (_kind, _heading) = (SectionKind.Body, -1);
        }

        var next = number >= 0 ? lead : at;
        var stop = _leads.Next(draft.Paragraphs[p], tokens, Math.Max(next, at + 1));
        stop = brief ? SentenceEnd(tokens[..stop], next) : stop;
        segments.Add(new Segment(p, at, next, stop, _kind, _heading));
        if (brief)
        {
            (_kind, _heading) = _interrupted;
        }

        return stop;
    }

    private void Enter(Draft draft, ReadOnlySpan<Token> all, int[] firstTokens, int p, int at, int lead, int number)
    {
        var end = firstTokens[p + 1];
        _interrupted = (_kind, _heading);
        (_heading, _kind) = (number, Kind(draft, all, firstTokens, p, lead, number));
        _isStep = _interrupted.Kind == SectionKind.Description && _kind is SectionKind.TimeOut or SectionKind.Consent
            && lead < end && !LeadReader.AllCapitals(all[at..(lead - 1)]);
        _waits = lead == end;
        _titled |= _kind == SectionKind.Title;
    }

    private SectionKind Kind(Draft draft, ReadOnlySpan<Token> all, int[] firstTokens, int p, int lead, int number)
    {
        var known = lexicon[number];
        var end = firstTokens[p + 1];
        return known.Decides || known.Kind != SectionKind.Title ? known.Kind
            // A long text is narrative whatever stands in it, so that only a short one is looked through.
            : IsNarrative(draft, all, firstTokens, p, lead, end) || _titled && (lead == end || HasSentences(all[lead..end])) ? SectionKind.Description : SectionKind.Title;
    }

    /// <summary>
    /// What a heading still covers when a paragraph without one follows: a line of the heading block covers itself alone, a
    /// title its list but no narrative, a step of the description its own paragraph.
    /// </summary>
    private void Carry(ReadOnlySpan<Token> tokens)
    {
        if (_isStep)
        {
            _isStep = false;
            (_kind, _heading) = _interrupted;
        }
        else if (tokens.IsEmpty || _kind is not (SectionKind.Fact or SectionKind.Aside or SectionKind.Title or SectionKind.Diagnosis))
        {
            return;
        }
        else if (_waits)
        {
            _waits = _kind is SectionKind.Title or SectionKind.Diagnosis;
        }
        else if (_kind is SectionKind.Fact or SectionKind.Aside || tokens.Length > LongestTitle && HasVerb(tokens))
        {
            (_kind, _heading) = (SectionKind.Body, -1);
        }
    }

    /// <summary>More than one sentence: a title is none.</summary>
    private static bool HasSentences(ReadOnlySpan<Token> tokens)
    {
        var end = SentenceEnd(tokens, 0);
        return end > 1 && tokens.Length - end > 3;
    }

    /// <summary>A heading that nobody has listed ends a title or a diagnosis; one in capitals ends whatever stood before it.</summary>
    private static bool IsUnknownHeading(ReadOnlySpan<Token> tokens, int at, SectionKind kind)
    {
        var colon = LeadReader.Colon(tokens, at);
        return colon > at && colon <= at + 6 && tokens[at].Is(TokenFlags.Capitalised)
            && (kind is SectionKind.Title or SectionKind.Diagnosis || kind != SectionKind.Description && LeadReader.AllCapitals(tokens[at..colon]));
    }

    /// <summary>"Family history: none. The MRI …": a lead-in inside a paragraph covers its own sentence, unless it is in capitals.</summary>
    private static int SentenceEnd(ReadOnlySpan<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Period && (i + 1 == tokens.Length || !tokens[i + 1].Is(TokenFlags.Glued)) && !IsInitial(tokens, i))
            {
                return i + 1;
            }
        }

        return tokens.Length;
    }

    /// <summary>"Surgeon: B. Example.": a capital letter and a name behind it.</summary>
    private static bool IsInitial(ReadOnlySpan<Token> tokens, int period)
        => period > 0 && period + 1 < tokens.Length && tokens[period - 1] is { Kind: TokenKind.Word, Length: 1 } letter && letter.Is(TokenFlags.Capitalised)
            && tokens[period + 1].Is(TokenFlags.Capitalised);

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
