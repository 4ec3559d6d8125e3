using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Text;

/// <summary>
/// Cuts sentences into clauses: each has one predicate, or none where it lists things. A comma or an "and" parts two clauses
/// only where both sides have a predicate ("the flavum was removed and the facet left alone"); between things it lists them
/// ("neither the disc nor the facet was entered"). One pass to the right; linear in the sentence.
/// </summary>
internal sealed class ClauseReader(Pack pack)
{
    private readonly Lexicon _lexicon = pack.Lexicon;
    private readonly List<Piece> _pieces = [];

    // How far the sentence was searched for its first predicate, and whether that was found: each word is looked at once.
    private int _searched;
    private bool _found;

    private enum Break : byte
    {
        None,
        Soft,
        Hard,
        Open,
        Close,
    }

    /// <summary>Adds the clauses of tokens first..end, numbered as of sentence <paramref name="sentence"/>.</summary>
    public void Read(ReadOnlySpan<Token> tokens, int first, int end, int sentence, IReadOnlyList<(int First, int End)> phrases, List<Clause> clauses)
    {
        Cut(tokens, first, end, phrases);
        for (var i = 0; i < _pieces.Count;)
        {
            var j = Join(tokens, i);
            var flags = _pieces[i].Aside || IsConcession(tokens, i) ? ClauseFlags.Aside : ClauseFlags.None;
            for (var k = i; k < j; k++)
            {
                flags |= _pieces[k].Predicate ? ClauseFlags.Predicate : ClauseFlags.None;
            }

            flags |= HasObjectPronoun(tokens, _pieces[i].First, _pieces[j - 1].End) ? ClauseFlags.ObjectPronoun : ClauseFlags.None;
            clauses.Add(new Clause(sentence, _pieces[i].First, _pieces[j - 1].End, flags | Opening(tokens, _pieces[i].First, _pieces[j - 1].End), 0, 0));
            i = j;
        }
    }

    /// <summary>The end of the run of pieces that make one clause with piece <paramref name="i"/>.</summary>
    private int Join(ReadOnlySpan<Token> tokens, int i)
    {
        var predicate = _pieces[i].Predicate;
        if (IsConcession(tokens, i))
        {
            return i + 1;
        }

        var j = i + 1;
        while (j < _pieces.Count && _pieces[j].Before == Break.Soft && _pieces[j].Aside == _pieces[i].Aside)
        {
            if (!predicate)
            {
                predicate = _pieces[j].Predicate;
                j++;
                continue;
            }

            if (_pieces[j].Predicate)
            {
                break;
            }

            // A run of things between two predicates: it goes with the verb that still lacks its things.
            var k = j;
            while (k < _pieces.Count && _pieces[k].Before == Break.Soft && !_pieces[k].Predicate)
            {
                k++;
            }

            if (k < _pieces.Count && _pieces[k].Before == Break.Soft && !StartsWithVerb(tokens, _pieces[k])
                && EndsComplete(tokens, _pieces[j - 1]) && StartsThing(tokens, _pieces[j]) && !pack.IsOr(tokens[_pieces[j].First].Word))
            {
                break;
            }

            j = k;
        }

        return j;
    }

    /// <summary>"…, although adherent, was removed": the words between the commas are an aside, and the verb goes on about what came before.</summary>
    private bool IsConcession(ReadOnlySpan<Token> tokens, int i)
        => i > 0 && i + 1 < _pieces.Count && !_pieces[i].Predicate && !_pieces[i - 1].Predicate && _pieces[i + 1].Before == Break.Soft
            && _lexicon.Is(tokens[_pieces[i].First].Word, WordForm.Contrast) && StartsWithVerb(tokens, _pieces[i + 1]);

    private void Cut(ReadOnlySpan<Token> tokens, int first, int end, IReadOnlyList<(int First, int End)> phrases)
    {
        var phrase = 0;
        _pieces.Clear();
        (_searched, _found) = (first, false);
        var start = first;
        var before = Break.Hard;
        var depth = 0;
        for (var i = first; i < end; i++)
        {
            while (phrase < phrases.Count && phrases[phrase].End <= i)
            {
                phrase++;
            }

            var kind = phrase < phrases.Count && phrases[phrase].First < i ? Break.None : BreakAt(tokens, i, first, end);
            if (kind == Break.None)
            {
                continue;
            }

            var aside = depth > 0;
            if (i > start)
            {
                Add(tokens, start, i, before, aside);
                before = kind;
            }
            else if (kind > before)
            {
                before = kind;
            }

            depth += kind == Break.Open ? 1 : kind == Break.Close && depth > 0 ? -1 : 0;
            before = kind is Break.Open or Break.Close ? Break.Hard : before;
            start = i;
            if (tokens[i].Kind != TokenKind.Word)
            {
                start = i + 1;
            }
        }

        if (end > start)
        {
            Add(tokens, start, end, before, depth > 0);
        }
    }

    private void Add(ReadOnlySpan<Token> tokens, int first, int end, Break before, bool aside)
        => _pieces.Add(new Piece(first, end, before, HasPredicate(tokens, first, end), aside));

    private Break BreakAt(ReadOnlySpan<Token> tokens, int i, int first, int end)
    {
        var token = tokens[i];
        switch (token.Kind)
        {
            case TokenKind.Semicolon:
                return Break.Hard;
            case TokenKind.Colon:
                return i - first <= 5 ? Break.None : Break.Hard;
            case TokenKind.Comma:
                return Break.Soft;
            case TokenKind.Open:
                return Break.Open;
            case TokenKind.Close:
                return Break.Close;
            case TokenKind.Hyphen:
                return !token.Is(TokenFlags.Glued) && i + 1 < end && !tokens[i + 1].Is(TokenFlags.Glued) && i > first ? Break.Hard : Break.None;
            case TokenKind.Word when token.Word > 0:
                var form = _lexicon.Forms(token.Word);
                return IsMainClause(tokens, i, first) ? Break.Hard
                    : (form & WordForm.Contrast) != 0 && i > first ? i + 1 < end && _lexicon.Is(tokens[i + 1].Word, WordForm.Adverb) && !IsPredicate(tokens, i + 2 < end ? i + 2 : i, first) && !HasPredicateBefore(tokens, i, first) ? Break.Soft : Break.Hard
                    : (form & WordForm.Subordinator) != 0 ? IsClauseAhead(tokens, i + 1, end) ? Break.Hard : Break.None
                    : (form & WordForm.Coordinator) != 0 ? Break.Soft : Break.None;
            default:
                return Break.None;
        }
    }

    /// <summary>"after contrast was injected" starts a clause; "after the decompression" does not.</summary>
    private bool IsClauseAhead(ReadOnlySpan<Token> tokens, int from, int end)
    {
        for (var i = from; i < end && i < from + 14; i++)
        {
            var token = tokens[i];
            if (token.Kind is TokenKind.Comma or TokenKind.Semicolon or TokenKind.Open || i > from && _lexicon.Is(token.Word, WordForm.Contrast | WordForm.Coordinator))
            {
                return false;
            }

            if (IsPredicate(tokens, i, from))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Because nothing was found there we moved down": behind a clause that came first, the pronoun begins the main one.</summary>
    private bool IsMainClause(ReadOnlySpan<Token> tokens, int i, int first)
        => i > first + 1 && _lexicon.Is(tokens[i].Word, WordForm.SubjectPronoun) && _lexicon.Is(tokens[first].Word, WordForm.Subordinator)
            && !_lexicon.Is(tokens[i - 1].Word, WordForm.Coordinator | WordForm.Contrast | WordForm.Subordinator)
            && HasPredicateBefore(tokens, i, first);

    private bool HasPredicateBefore(ReadOnlySpan<Token> tokens, int end, int first)
    {
        for (; !_found && _searched < end; _searched++)
        {
            _found = IsPredicate(tokens, _searched, first);
        }

        return _found;
    }

    private bool HasPredicate(ReadOnlySpan<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsPredicate(tokens, i, first))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPredicate(ReadOnlySpan<Token> tokens, int i, int first)
    {
        if (tokens[i].Word == 0)
        {
            return false;
        }

        var form = _lexicon.Forms(tokens[i].Word);
        if ((form & WordForm.Auxiliary) != 0)
        {
            return true;
        }

        var before = i > first && tokens[i - 1].Kind == TokenKind.Word ? _lexicon.Forms(tokens[i - 1].Word) : WordForm.None;
        return (form & WordForm.VerbPast) != 0 && (before & (WordForm.Determiner | WordForm.Preposition)) == 0 && !tokens[i].Is(TokenFlags.Joined)
            || (form & WordForm.VerbThird) != 0 && i > first && tokens[i - 1].Kind == TokenKind.Word
                && (before & (WordForm.Determiner | WordForm.Preposition | WordForm.VerbPast)) == 0 && (form & WordForm.VerbBase) == 0
            || (form & WordForm.VerbBase) != 0 && (before & WordForm.SubjectPronoun) != 0;
    }

    private ClauseFlags Opening(ReadOnlySpan<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var form = _lexicon.Forms(tokens[i].Word);
            if ((form & WordForm.Pronoun) != 0)
            {
                return ClauseFlags.Pronoun;
            }

            if ((form & (WordForm.Coordinator | WordForm.Contrast | WordForm.Adverb | WordForm.Subordinator)) != 0 || tokens[i].Kind != TokenKind.Word)
            {
                continue;
            }

            return (form & (WordForm.Auxiliary | WordForm.VerbPast)) != 0 ? ClauseFlags.Continues : ClauseFlags.None;
        }

        return ClauseFlags.None;
    }

    /// <summary>"I remove it": the thing was named before.</summary>
    private bool HasObjectPronoun(ReadOnlySpan<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Word > 0 && (_lexicon.Forms(tokens[i].Word) & (WordForm.Pronoun | WordForm.Determiner | WordForm.Subordinator)) == WordForm.Pronoun)
            {
                return true;
            }
        }

        return false;
    }

    private bool StartsWithVerb(ReadOnlySpan<Token> tokens, Piece piece) => (Opening(tokens, piece.First, piece.End) & ClauseFlags.Continues) != 0;

    /// <summary>A passive verb at the end of the piece: it has its subject already, so what follows is another clause's.</summary>
    private bool EndsComplete(ReadOnlySpan<Token> tokens, Piece piece)
    {
        for (var i = piece.End - 1; i >= piece.First && i >= piece.End - 3; i--)
        {
            if (_lexicon.Is(tokens[i].Word, WordForm.VerbPast | WordForm.Auxiliary))
            {
                return true;
            }
        }

        return false;
    }

    private bool StartsThing(ReadOnlySpan<Token> tokens, Piece piece)
    {
        for (var i = piece.First; i < piece.End; i++)
        {
            var form = _lexicon.Forms(tokens[i].Word);
            if ((form & WordForm.Coordinator) == 0)
            {
                return (form & WordForm.Preposition) == 0;
            }
        }

        return false;
    }

    private readonly record struct Piece(int First, int End, Break Before, bool Predicate, bool Aside);
}
