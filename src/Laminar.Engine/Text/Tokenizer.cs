using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Text;

/// <summary>
/// Cuts a paragraph into words, numbers and marks. Letters and digits part ("C5" is two tokens), since levels are written
/// in every mixture of both; a hyphen between two words is no token, so that "inter-laminar" reads as "inter laminar".
/// </summary>
internal static class Tokenizer
{
    private const int LongestWord = 40;

    public static void Tokenize(ReadOnlySpan<char> text, Lexicon lexicon, List<Token> tokens)
    {
        var i = 0;
        var joined = false;
        Span<char> lower = stackalloc char[LongestWord];
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                joined = false;
                i++;
                continue;
            }

            var flags = i > 0 && !char.IsWhiteSpace(text[i - 1]) ? TokenFlags.Glued : TokenFlags.None;
            if (joined)
            {
                flags |= TokenFlags.Joined;
                joined = false;
            }

            if (char.IsLetter(c))
            {
                i = Word(text, i, flags, lexicon, lower, tokens);
            }
            else if (char.IsAsciiDigit(c))
            {
                i = Number(text, i, flags, lexicon, tokens);
            }
            else if (IsHyphen(c) && IsJoint(text, i))
            {
                joined = true;
                i++;
            }
            else
            {
                i = Mark(text, i, flags, lexicon, tokens);
            }
        }
    }

    private static int Word(ReadOnlySpan<char> text, int start, TokenFlags flags, Lexicon lexicon, Span<char> lower, List<Token> tokens)
    {
        var end = start;
        var capitals = true;
        while (end < text.Length && text[end] is var c && (c is >= 'a' and <= 'z' || char.IsLetter(c) || IsInnerApostrophe(text, end)))
        {
            capitals &= c is not (>= 'a' and <= 'z') && !char.IsLower(c);
            end++;
        }

        if (char.IsUpper(text[start]))
        {
            flags |= capitals ? TokenFlags.Capitals | TokenFlags.Capitalised : TokenFlags.Capitalised;
        }

        var word = 0;
        var length = end - start;
        if (length <= LongestWord)
        {
            var written = text.Slice(start, length);
            if (length > 2 && written[^1] is 's' && written[^2] is '\'' or '’')
            {
                written = written[..^2];
            }

            var folded = lower[..written.Length];
            var hash = Lexicon.HashStart;
            for (var k = 0; k < written.Length; k++)
            {
                var letter = written[k];
                folded[k] = letter is >= 'a' and <= 'z' ? letter : letter == '’' ? '\'' : char.ToLowerInvariant(letter);
                hash = Lexicon.Hash(hash, folded[k]);
            }

            word = lexicon.Find(folded, hash);
            if (word == 0 && folded.Length >= 5 && folded.EndsWith("ed", StringComparison.Ordinal))
            {
                word = lexicon.UnknownPast;
            }
        }

        tokens.Add(new Token(start, length, word, -1, TokenKind.Word, flags));
        return end;
    }

    private static int Number(ReadOnlySpan<char> text, int start, TokenFlags flags, Lexicon lexicon, List<Token> tokens)
    {
        var end = start;
        var value = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            value = value < 10_000 ? (value * 10) + (text[end] - '0') : 10_000;
            end++;
        }

        var whole = true;
        while (end + 1 < text.Length && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]) && IsFraction(text, start, end))
        {
            whole = false;
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }

        var word = end - start <= 4 ? lexicon.Find(text[start..end]) : 0;
        tokens.Add(new Token(start, end - start, word, whole && value < 10_000 ? value : -1, TokenKind.Number, flags));
        return end;
    }

    /// <summary>"2.5" and "1,200" are one number; "C4,5" (no three digits behind the comma) is a list.</summary>
    private static bool IsFraction(ReadOnlySpan<char> text, int start, int mark)
        => text[mark] == '.'
            ? start == 0 || !char.IsLetter(text[start - 1])
            : mark + 3 < text.Length && char.IsAsciiDigit(text[mark + 1]) && char.IsAsciiDigit(text[mark + 2]) && char.IsAsciiDigit(text[mark + 3])
                && (mark + 4 >= text.Length || !char.IsAsciiDigit(text[mark + 4]));

    private static int Mark(ReadOnlySpan<char> text, int start, TokenFlags flags, Lexicon lexicon, List<Token> tokens)
    {
        var c = text[start];
        var end = start + 1;
        var kind = c switch
        {
            ',' => TokenKind.Comma,
            '.' or '!' or '?' => TokenKind.Period,
            ':' => TokenKind.Colon,
            ';' => TokenKind.Semicolon,
            '/' or '\\' => TokenKind.Slash,
            '(' or '[' or '{' => TokenKind.Open,
            ')' or ']' or '}' => TokenKind.Close,
            '_' or '*' => TokenKind.Blank,
            _ => IsHyphen(c) ? TokenKind.Hyphen : TokenKind.Other,
        };
        while (kind == TokenKind.Blank && end < text.Length && text[end] == c)
        {
            end++;
        }

        var word = kind is TokenKind.Slash or TokenKind.Other ? lexicon.Find(text[start..end]) : 0;
        tokens.Add(new Token(start, end - start, word, -1, kind, flags));
        return end;
    }

    /// <summary>U+002D, U+2010 to U+2015 and U+2212: what people and Word write for a hyphen, a dash or a minus.</summary>
    public static bool IsHyphen(char c) => c is '-' or (>= '\u2010' and <= '\u2015') or '\u2212';

    /// <summary>A hyphen between two letters joins words; beside a digit it may part two vertebrae and stays a token.</summary>
    private static bool IsJoint(ReadOnlySpan<char> text, int i)
        => i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int i)
        => text[i] is '\'' or '’' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
}
