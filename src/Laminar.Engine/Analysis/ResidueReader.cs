using Laminar.Engine.Text;

namespace Laminar.Engine.Analysis;

/// <summary>Finds what nobody has filled in: blanks (<c>____</c>, <c>***</c>), placeholders of controls, bracketed option lists.</summary>
internal sealed class ResidueReader(Reading reading)
{
    private const int ShortestBlank = 2;

    private DraftSpan[] _placeholders = [];
    private int _paragraph = -1;
    private int _next;

    /// <summary>A run of underscores or asterisks; a single one is a mark of the text.</summary>
    public static bool IsBlank(Token token) => token.Kind == TokenKind.Blank && token.Length >= ShortestBlank;

    public void Read(int number, Sentence sentence)
    {
        var tokens = reading.Tokens;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (IsBlank(tokens[i]))
            {
                reading.AddResidue(new Residue(number, i, i + 1));
            }
            else if (tokens[i].Kind == TokenKind.Open && IsOptionList(sentence, i, out var close))
            {
                reading.AddResidue(new Residue(number, i, close + 1));
                i = close;
            }
        }

        ReadPlaceholders(number, sentence);
    }

    /// <summary>Placeholders of the paragraph that reach into the sentence; spans and sentences are both taken in order, once.</summary>
    private void ReadPlaceholders(int number, Sentence sentence)
    {
        if (sentence.Paragraph != _paragraph)
        {
            _paragraph = sentence.Paragraph;
            var paragraph = reading.Draft.Paragraphs[_paragraph];
            _placeholders = paragraph.Spans.Count == 0 ? [] : [.. paragraph.Spans.Where(s => IsOpen(paragraph, s)).OrderBy(s => s.Start)];
            _next = 0;
        }

        var token = sentence.First;
        while (_next < _placeholders.Length && _placeholders[_next].Start < reading.Tokens[sentence.End - 1].End)
        {
            token = AddSpan(number, sentence, _placeholders[_next], token);
            if (_placeholders[_next].End > reading.Tokens[sentence.End - 1].End)
            {
                return;
            }

            _next++;
        }
    }

    /// <summary>A placeholder, or a note's field in which "other" was chosen and nothing written.</summary>
    private static bool IsOpen(DraftParagraph paragraph, DraftSpan span)
        => span.Kind == DraftSpanKind.Placeholder
            || span.Kind == DraftSpanKind.ContentControl && span is { Start: >= 0, Length: > 0 } && span.End <= paragraph.Text.Length && NoteTag.IsOpen(span.Tag, paragraph.Text.AsSpan(span.Start, span.Length));

    /// <summary>Adds the tokens of a placeholder from a token on, and returns where the next one may begin.</summary>
    private int AddSpan(int number, Sentence sentence, DraftSpan span, int from)
    {
        var tokens = reading.Tokens;
        var first = from;
        while (first < sentence.End && tokens[first].End <= span.Start)
        {
            first++;
        }

        var end = first;
        while (end < sentence.End && tokens[end].Start < span.End)
        {
            end++;
        }

        if (end > first)
        {
            reading.AddResidue(new Residue(number, first, end));
        }

        return end;
    }

    /// <summary>"[left/right]", "[ ]", "{level}": square or curly brackets around alternatives, one blank or nothing.</summary>
    private bool IsOptionList(Sentence sentence, int open, out int close)
    {
        var tokens = reading.Tokens;
        var text = reading.Draft.Paragraphs[sentence.Paragraph].Text;
        close = open;
        if (text[tokens[open].Start] == '(')
        {
            return false;
        }

        var alternatives = false;
        for (var i = open + 1; i < sentence.End && i < open + 24; i++)
        {
            alternatives |= tokens[i].Kind is TokenKind.Slash or TokenKind.Blank
                || tokens[i].Kind == TokenKind.Other && text[tokens[i].Start] == '|';
            if (tokens[i].Kind == TokenKind.Close)
            {
                close = i;
                return alternatives || i - open <= 3 && reading.Pack.ResidueInBrackets(text.AsSpan(tokens[open].End, tokens[i].Start - tokens[open].End));
            }
        }

        return false;
    }
}
