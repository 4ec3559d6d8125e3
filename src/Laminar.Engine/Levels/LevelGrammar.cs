using Laminar.Engine.Text;
using static Laminar.Engine.Levels.LevelWords;

namespace Laminar.Engine.Levels;

/// <summary>
/// Reads levels in every form of dictation: C5-6, C5/C6, C5 to C7, C5-6-7, C5-6 and 6-7, D8-9, T ate to T nine, see five six,
/// C56, the fifth and sixth cervical vertebrae. Sources: the project's domain notes, section 2 (AAMT style; NASS definitions of
/// interspace and segment). What can't be decided is marked uncertain.
/// </summary>
internal sealed class LevelGrammar(Spine spine, LevelWords words)
{
    /// <summary>A mention that starts at token <paramref name="i"/>, or null.</summary>
    public LevelMention? Read(ReadOnlySpan<Token> tokens, int i, int end)
        => tokens[i].Kind switch
        {
            TokenKind.Word => words.Ordinal(tokens[i].Word) > 0 ? ReadOrdinals(tokens, i, end) : ReadLettered(tokens, i, end),
            _ => null,
        };

    private LevelMention? ReadLettered(ReadOnlySpan<Token> tokens, int i, int end)
    {
        var between = words.Is(i > 0 ? tokens[i - 1].Word : 0, Mark.Between) || i > 1 && words.Is(tokens[i - 2].Word, Mark.Between);
        if (!TryVertebra(tokens, i, end, -1, out var first))
        {
            return null;
        }

        var chain = new Chain(spine, first, i);
        while (TryNext(tokens, chain, end, between, out var next, out var link))
        {
            chain.Add(next, link);
        }

        return chain.ToMention();
    }

    /// <summary>The vertebra that follows a separator, where there is one.</summary>
    private bool TryNext(ReadOnlySpan<Token> tokens, Chain chain, int end, bool between, out Vertebra next, out Link link)
    {
        next = default;
        link = Link.None;
        var at = chain.End;
        if (at >= end)
        {
            return false;
        }

        var token = tokens[at];
        link = token.Kind switch
        {
            TokenKind.Hyphen or TokenKind.Slash => Link.Through,
            TokenKind.Comma => Link.List,
            TokenKind.Word when words.Is(token.Word, Mark.Through) => Link.Through,
            TokenKind.Word or TokenKind.Other when words.Is(token.Word, Mark.And) => between ? Link.Through : Link.List,
            _ => Link.None,
        };
        if (link == Link.None)
        {
            return TryRunTogether(tokens, chain, end, out next, out link);
        }

        var from = at + 1;
        if (link == Link.List && from < end && (words.Is(tokens[from].Word, Mark.And) || words.Is(tokens[from].Word, Mark.Through)))
        {
            from++;
        }

        if (from < end && token.Kind == TokenKind.Word && words.Is(tokens[from].Word, Mark.Between))
        {
            return false;
        }

        if (!TryVertebra(tokens, from, end, chain.Region, out next) || IsMeasure(tokens, next.End, end))
        {
            return false;
        }

        // "counted from C2 to C5-C6": what follows "to" is a level of its own.
        if (token.Kind == TokenKind.Word && link == Link.Through && !chain.IsPair && !between && next.Lettered
            && next.End + 1 < end && tokens[next.End].Kind is TokenKind.Hyphen or TokenKind.Slash && TryVertebra(tokens, next.End + 1, end, next.Region, out _))
        {
            return false;
        }

        // "C5, 6 mm" and "at C5-6, 2 mL of contrast": a bare number behind a comma is a level only with a partner of its own.
        return next.Lettered || token.Kind is TokenKind.Hyphen or TokenKind.Slash
            || link == Link.Through && next.Number <= 12 && !chain.IsPair && (!next.Spoken || chain.LastSpoken || next.Number > chain.LastNumber)
            || link == Link.List && next.End < end && tokens[next.End].Kind is TokenKind.Hyphen or TokenKind.Slash && chain.IsPair
                && next.End + 1 < end && tokens[next.End + 1].Kind == TokenKind.Number && tokens[next.End + 1].Is(TokenFlags.Glued);
    }

    /// <summary>"T1 2", "see five six": numbers side by side. They are a level only in doubt, but for numbers in words ("C five six").</summary>
    private bool TryRunTogether(ReadOnlySpan<Token> tokens, Chain chain, int end, out Vertebra next, out Link link)
    {
        next = default;
        link = Link.Beside;
        var at = chain.End;
        if (chain.IsPair || at >= end)
        {
            return false;
        }

        var token = tokens[at];
        var number = token.Kind == TokenKind.Number ? token.Number : words.Number(token.Word);
        if (number < 1 || number > 13 || IsMeasure(tokens, at + 1, end) || number != chain.LastNumber + 1)
        {
            // "T8 T9", and "C5 two C6", where "to" was heard as a number.
            var lettered = token.Kind == TokenKind.Word && words.Number(token.Word) == 2 ? at + 1 : at;
            if (lettered >= end || !((tokens[lettered].Is(TokenFlags.Capitalised) || IsSpoken(tokens, lettered, end)) && words.Is(tokens[lettered].Word, Mark.Letter)
                && TryVertebra(tokens, lettered, end, chain.Region, out next)))
            {
                return false;
            }

            link = Link.BesideLettered;
            return true;
        }

        var spoken = token.Kind == TokenKind.Word;
        next = new Vertebra(chain.Region, number, at + 1, false, words.Is(token.Word, Mark.HeardNumber) || !(spoken && chain.LastSpoken), spoken);
        return true;
    }

    private bool TryVertebra(ReadOnlySpan<Token> tokens, int i, int end, int region, out Vertebra vertebra)
    {
        vertebra = default;
        if (i >= end)
        {
            return false;
        }

        var token = tokens[i];
        if (token.Kind == TokenKind.Number || token.Kind == TokenKind.Word && words.Number(token.Word) > 0 && words.Region(token.Word) < 0)
        {
            var number = token.Kind == TokenKind.Number ? token.Number : words.Number(token.Word);
            if (region < 0 || number < 1)
            {
                return false;
            }

            vertebra = new Vertebra(region, number, i + 1, false, words.Is(token.Word, Mark.HeardNumber), token.Kind == TokenKind.Word);
            return true;
        }

        var own = token.Kind == TokenKind.Word ? words.Region(token.Word) : -1;
        if (own < 0)
        {
            return false;
        }

        var at = i + 1;
        if (at < end && tokens[at].Kind is TokenKind.Hyphen or TokenKind.Period && at + 1 < end && tokens[at + 1].Is(TokenFlags.Glued))
        {
            at++;
        }

        if (at >= end || words.Is(token.Word, Mark.Letter) && !IsLetterOfLevel(tokens, i, at) && !IsSpoken(tokens, i, end))
        {
            return false;
        }

        var following = tokens[at];
        var value = following.Kind == TokenKind.Number ? following.Number : following.Kind == TokenKind.Word ? words.Number(following.Word) : -1;
        if (value < 1 || IsMeasure(tokens, at + 1, end))
        {
            return false;
        }

        var heard = words.Is(token.Word, Mark.HeardLetter) || following.Kind == TokenKind.Word && words.Is(following.Word, Mark.HeardNumber);
        vertebra = new Vertebra(own, value, at + 1, true, heard, following.Kind == TokenKind.Word);
        return true;
    }

    /// <summary>A lone letter counts where its number is glued to it, or where it is a capital ("C 5", "T nine").</summary>
    private static bool IsLetterOfLevel(ReadOnlySpan<Token> tokens, int letter, int number)
        => tokens[number].Is(TokenFlags.Glued) || tokens[letter].Is(TokenFlags.Capitalised);

    /// <summary>"c five c six", "t nine to t ten": small letters with numbers in words, where another stands beside them.</summary>
    private bool IsSpoken(ReadOnlySpan<Token> tokens, int letter, int end)
        => IsSpokenNumber(tokens, letter + 1, end)
            && (IsSpokenNumber(tokens, letter - 1, end) || letter > 0 && words.Is(tokens[letter - 1].Word, Mark.Through) && IsSpokenNumber(tokens, letter - 2, end)
                || IsSpokenNumber(tokens, letter + 2, end) || letter + 2 < end && words.Is(tokens[letter + 2].Word, Mark.Letter) && IsSpokenNumber(tokens, letter + 3, end)
                || letter + 2 < end && words.Is(tokens[letter + 2].Word, Mark.Through) && (IsSpokenNumber(tokens, letter + 3, end) || IsSpokenNumber(tokens, letter + 4, end)));

    private bool IsSpokenNumber(ReadOnlySpan<Token> tokens, int i, int end)
        => i >= 0 && i < end && tokens[i].Kind == TokenKind.Word && words.Number(tokens[i].Word) > 0 && !words.Is(tokens[i].Word, Mark.HeardNumber) && words.Region(tokens[i].Word) < 0;

    private bool IsMeasure(ReadOnlySpan<Token> tokens, int at, int end)
        => at < end && (tokens[at].Kind == TokenKind.Word && words.Is(tokens[at].Word, Mark.Unit)
            || tokens[at].Kind == TokenKind.Other && tokens[at].Length == 1 && words.Is(tokens[at].Word, Mark.Unit));

    /// <summary>"the fifth and sixth cervical vertebrae", "the ninth thoracic vertebra".</summary>
    private LevelMention? ReadOrdinals(ReadOnlySpan<Token> tokens, int i, int end)
    {
        var (first, second, at) = (words.Ordinal(tokens[i].Word), -1, i + 1);
        if (at + 1 < end && (words.Is(tokens[at].Word, Mark.And) || words.Is(tokens[at].Word, Mark.Through) || tokens[at].Kind == TokenKind.Hyphen))
        {
            second = words.Ordinal(tokens[at + 1].Word);
            at = second > 0 ? at + 2 : at;
        }
        else if (at < end && words.Ordinal(tokens[at].Word) == first + 1)
        {
            // "the fifth-sixth cervical interspace"
            second = first + 1;
            at++;
        }

        var region = at < end ? words.Region(tokens[at].Word) : -1;
        if (region < 0 || words.Is(tokens[at].Word, Mark.Letter))
        {
            return null;
        }

        at++;
        if (second < 0 && TrySecondOrdinal(tokens, at, end, out var lower))
        {
            var pair = new Chain(spine, new Vertebra(region, first, at, true, false, true), i);
            pair.Add(lower, Link.Through);
            return pair.ToMention();
        }

        var bone = at < end && words.Is(tokens[at].Word, Mark.Bone);
        if (!bone)
        {
            return null;
        }

        var chain = new Chain(spine, new Vertebra(region, first, at + 1, true, false, true), i);
        if (second > 0)
        {
            chain.Add(new Vertebra(region, second, at + 1, true, false, true), Link.Through);
        }

        return chain.ToMention();
    }

    /// <summary>"… cervical and the first thoracic vertebra": the lower end in words of its own.</summary>
    private bool TrySecondOrdinal(ReadOnlySpan<Token> tokens, int at, int end, out Vertebra lower)
    {
        lower = default;
        if (at < end && words.Is(tokens[at].Word, Mark.Bone))
        {
            at++;
        }

        if (at >= end || !words.Is(tokens[at].Word, Mark.And) && !words.Is(tokens[at].Word, Mark.Through))
        {
            return false;
        }

        for (at++; at < end && words.Ordinal(tokens[at].Word) < 0 && tokens[at].Kind == TokenKind.Word && tokens[at].Length <= 3;)
        {
            at++;
        }

        if (at + 1 >= end || words.Ordinal(tokens[at].Word) < 0 || words.Region(tokens[at + 1].Word) is var region && (region < 0 || words.Is(tokens[at + 1].Word, Mark.Letter)))
        {
            return false;
        }

        lower = new Vertebra(region, words.Ordinal(tokens[at].Word), at + 2, true, false, true);
        return true;
    }

    internal enum Link : byte
    {
        None,

        /// <summary>A hyphen, a slash or "to".</summary>
        Through,

        /// <summary>A comma or "and".</summary>
        List,

        /// <summary>Two numbers side by side.</summary>
        Beside,

        /// <summary>"T8 T9".</summary>
        BesideLettered,
    }

    /// <param name="Heard">A letter or number that was heard wrong.</param>
    internal readonly record struct Vertebra(int Region, int Number, int End, bool Lettered, bool Heard, bool Spoken);
}
