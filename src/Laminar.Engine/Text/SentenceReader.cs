using Laminar.Engine.Sections;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Text;

/// <summary>Cuts sections into sentences at full stops, question marks and the line breaks of lists.</summary>
internal static class SentenceReader
{
    public static void Read(Draft draft, ReadOnlySpan<Token> tokens, List<Segment> segments, Lexicon lexicon, List<Sentence> sentences)
    {
        foreach (var segment in segments)
        {
            var text = draft.Paragraphs[segment.Paragraph].Text;
            var start = segment.First;
            for (var i = segment.First; i < segment.End; i++)
            {
                if (Ends(text, tokens, i, segment.End, lexicon))
                {
                    Add(segment, start, i + 1);
                    start = i + 1;
                }
            }

            Add(segment, start, segment.End);
        }

        void Add(Segment segment, int first, int end)
        {
            if (end > first)
            {
                sentences.Add(new Sentence(segment.Paragraph, first, end, segment.Kind, segment.Heading, 0, 0));
            }
        }
    }

    private static bool Ends(string text, ReadOnlySpan<Token> tokens, int i, int end, Lexicon lexicon)
    {
        if (i + 1 >= end)
        {
            return true;
        }

        var next = tokens[i + 1];
        if (tokens[i].Kind == TokenKind.Period)
        {
            return !next.Is(TokenFlags.Glued) && !IsAbbreviation(tokens, i, lexicon)
                || next.Is(TokenFlags.Capitalised) && next.Length > 2 && i > 0 && tokens[i - 1].Length > 2;
        }

        return next.Is(TokenFlags.Capitalised) && next.Length > 1
            && text.AsSpan(tokens[i].End, next.Start - tokens[i].End).Contains('\n');
    }

    private static bool IsAbbreviation(ReadOnlySpan<Token> tokens, int period, Lexicon lexicon)
    {
        if (period == 0 || tokens[period - 1].Kind != TokenKind.Word)
        {
            return false;
        }

        var word = tokens[period - 1];
        var next = tokens[period + 1];
        return lexicon.Is(word.Word, WordForm.Abbreviation)
            && (next.Kind == TokenKind.Number || next.Length == 1 || next.Is(TokenFlags.Capitalised) == word.Is(TokenFlags.Capitalised));
    }
}
