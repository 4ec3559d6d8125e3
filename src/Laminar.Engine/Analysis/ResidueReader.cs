using Laminar.Engine.Text;

namespace Laminar.Engine.Analysis;

/// <summary>Finds what nobody has filled in: blanks (<c>____</c>, <c>***</c>), placeholders of controls, bracketed option lists.</summary>
internal sealed class ResidueReader(Reading reading)
{
    private const int ShortestBlank = 2;

    public void Read(int number, Sentence sentence)
    {
        var tokens = reading.Tokens;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tokens[i].Kind == TokenKind.Blank && tokens[i].Length >= ShortestBlank)
            {
                reading.AddResidue(new Residue(number, i, i + 1));
            }
            else if (tokens[i].Kind == TokenKind.Open && IsOptionList(sentence, i, out var close))
            {
                reading.AddResidue(new Residue(number, i, close + 1));
                i = close;
            }
        }

        foreach (var span in reading.Draft.Paragraphs[sentence.Paragraph].Spans)
        {
            if (span.Kind == DraftSpanKind.Placeholder)
            {
                AddSpan(number, sentence, span);
            }
        }
    }

    private void AddSpan(int number, Sentence sentence, DraftSpan span)
    {
        var tokens = reading.Tokens;
        var first = sentence.First;
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
