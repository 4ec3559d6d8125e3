using Laminar.Engine.Analysis;
using Laminar.Engine.Assertion;
using Laminar.Engine.Sections;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Elements;

/// <summary>The term groups that decide whether a side is that of the operation.</summary>
internal sealed record SideContext
{
    /// <summary>Terms of the sides, with their value; null for "ipsilateral", which takes the last side stated.</summary>
    public IReadOnlyDictionary<int, string?> Sides { get; init; } = new Dictionary<int, string?>();

    /// <summary>What a treated side can be the side of: laminae, acts, instruments.</summary>
    public int[] Targets { get; init; } = [];

    /// <summary>A clause with one of these tells no treated side: an open incision of the neck, a drain, where contrast ran.</summary>
    public int[] Never { get; init; } = [];

    /// <summary>Phrases in which the word is no side: "right level".</summary>
    public int[] Homographs { get; init; } = [];

    /// <summary>Phrases in which the word is no side unless an article stands before it: "right at the lamina", but "on the right at T8-9".</summary>
    public int[] Adverbs { get; init; } = [];

    /// <summary>Sides abbreviated to a letter.</summary>
    public int[] Letters { get; init; } = [];

    /// <summary>What is never operated on: arms, positions, equipment, symptoms.</summary>
    public int[] Refuse { get; init; } = [];

    /// <summary>Terms of which one must stand in the clause or its neighbours.</summary>
    public int[] Treats { get; init; } = [];

    /// <summary>The terms of <see cref="Sides"/> alone.</summary>
    public int[] Words { get; init; } = [];

    /// <summary>Value of "both sides".</summary>
    public string Both { get; init; } = string.Empty;

    /// <summary>The two values that exclude each other.</summary>
    public IReadOnlyList<string> Opposites { get; init; } = [];
}

/// <summary>Reads sides and binds them to acts and levels. "left intact", "right level" and their like are phrases of their own in the data.</summary>
internal sealed class SideReader(Reading reading, TermSets terms, StateReader states, int element)
{
    /// <summary>Marks "the other side" in the pack's table of sides.</summary>
    internal const string Other = "other";

    private string? _last;

    private SideContext Context => reading.Pack.SideContext;

    public void Read(List<Mention> mentions)
    {
        for (var h = 0; h < reading.Hits.Count; h++)
        {
            if (Context.Sides.TryGetValue(reading.Hits[h].Term, out var side) && Read(h, side) is { } mention)
            {
                mentions.Add(mention);
            }
        }
    }

    /// <summary>"R T11-12", "nick L": a capital letter is a side only right beside a level or something of the operation.</summary>
    private bool IsBesideTarget(int hit)
    {
        if (!reading.Tokens[reading.Hits[hit].First].Is(TokenFlags.Capitalised))
        {
            return false;
        }

        if (Bracketed(hit, reading.Scopes.Clause[hit]) is not null)
        {
            return true;
        }

        for (var h = Math.Max(0, hit - 4); h < reading.Hits.Count && reading.Hits[h].First <= reading.Hits[hit].End + 1; h++)
        {
            // "Side: R"
            var before = reading.Hits[hit].First - 1;
            if (before > 0 && reading.Tokens[before].Kind == TokenKind.Colon && reading.Hits[h].End == before && Context.Targets.AsSpan().Contains(reading.Hits[h].Term))
            {
                return true;
            }

            var next = reading.Hits[hit].End;
            next += next < reading.ClauseOf(hit).End && reading.Tokens[next].Kind == TokenKind.Close ? 1 : 0;
            var beside = reading.Hits[h].First == next || reading.Hits[h].End == reading.Hits[hit].First;
            if (beside && (reading.Hits[h].Term == reading.Pack.LevelTerm || Context.Targets.AsSpan().Contains(reading.Hits[h].Term)))
            {
                return true;
            }
        }

        return false;
    }

    private Mention? Read(int hit, string? side)
    {
        if (Context.Letters.AsSpan().Contains(reading.Hits[hit].Term) && !IsBesideTarget(hit))
        {
            return null;
        }

        var clause = reading.Scopes.Clause[hit];
        var sentence = reading.ClauseOf(hit).Sentence;
        var section = reading.Sentences[sentence].Section;
        var bearing = Bearing(hit, clause, section);
        if (bearing == Bears.No && !reading.IsUnfilled(reading.Hits[hit].First, reading.Hits[hit].End))
        {
            return null;
        }

        if (side == Other)
        {
            side = _last is null ? null : Context.Opposites.FirstOrDefault(o => o != _last);
        }

        var state = section is SectionKind.Title ? states.Frame(hit) ?? MentionState.Performed : State(hit);
        side ??= _last;
        if (side is null)
        {
            return null;
        }

        if (state == MentionState.Performed && section is SectionKind.Description or SectionKind.Title)
        {
            _last = side == Context.Both ? null : side;
        }

        return new Mention(element, side, reading.Hits[hit].First, reading.Hits[hit].End, sentence, clause, section, state, false, IsAlternative(hit))
        {
            Level = LevelNear(hit, clause),
            Firm = bearing == Bears.Firmly,
        };
    }

    private enum Bears : byte
    {
        No,
        Weakly,
        Firmly,
    }

    private MentionState State(int hit)
    {
        var state = states.OfThing(hit);
        return state == MentionState.Planned && states.Frame(hit) is null && !ScopeTable.Has(reading.Scopes.ClauseCues[reading.Scopes.Clause[hit]], Cue.Future)
            ? MentionState.Performed
            : state;
    }

    /// <summary>Whose side it is: the next noun decides; where there is none, the clause.</summary>
    private Bears Bearing(int hit, int clause, SectionKind section)
    {
        if (IsVerb(hit) || IsHomograph(hit) || section != SectionKind.Title && terms.AnyInClause(clause, Context.Never))
        {
            return Bears.No;
        }

        if (Context.Letters.AsSpan().Contains(reading.Hits[hit].Term))
        {
            return Bears.Firmly;
        }

        if (Bracketed(hit, clause) is not null)
        {
            return terms.AnyInSentence(reading.Clauses[clause].Sentence, Context.Treats) ? Bears.Firmly : Bears.Weakly;
        }

        var end = reading.Hits[hit].End;
        var endHit = reading.ClauseOf(hit).EndHit;
        for (var h = hit + 1; h < endHit && reading.Hits[h].First <= end + 3; h++)
        {
            if (reading.Hits[h].First < end)
            {
                continue;
            }

            var term = reading.Hits[h].Term;
            if (Context.Refuse.AsSpan().Contains(term) && (IsNounOf(end, h) || IsPlaceOf(end, h)))
            {
                return Bears.No;
            }

            if ((Context.Targets.AsSpan().Contains(term) || term == reading.Pack.LevelTerm) && IsNounOf(end, h))
            {
                return section == SectionKind.Title || terms.AnyInClause(clause, Context.Treats)
                    || term == reading.Pack.LevelTerm && !terms.AnyInClause(clause, Context.Refuse) ? Bears.Firmly : Bears.Weakly;
            }
        }

        if (section == SectionKind.Title)
        {
            return Bears.Firmly;
        }

        if (terms.AnyInClause(clause, Context.Refuse) && !terms.AnyInClause(clause, Context.Targets))
        {
            return Bears.No;
        }

        return terms.AnyInClause(clause, Context.Treats) || Levels.LevelItem.Opens(reading, reading.Clauses[clause].Sentence) ? Bears.Firmly
            : terms.AnyInClause(clause, Context.Targets) || reading.Levels.Count > 0 && terms.InClause(clause, reading.Pack.LevelTerm) ? Bears.Weakly
            : Bears.No;
    }

    /// <summary>"at the right level", "right at the lamina": the word is no side there.</summary>
    private bool IsHomograph(int hit)
        => IsInside(hit, Context.Homographs) || IsInside(hit, Context.Adverbs) && !IsAfterDeterminer(reading.Hits[hit].First);

    private bool IsAfterDeterminer(int token)
        => token > 0 && reading.Pack.Lexicon.Is(reading.Tokens[token - 1].Word, WordForm.Determiner);

    private bool IsInside(int hit, int[] phrases)
    {
        for (var h = Math.Max(0, hit - 6); h <= hit + 6 && h < reading.Hits.Count; h++)
        {
            if (reading.Hits[h].First <= reading.Hits[hit].First && reading.Hits[h].End >= reading.Hits[hit].End && phrases.AsSpan().Contains(reading.Hits[h].Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the left side of the neck".</summary>
    private bool IsPlaceOf(int from, int hit)
        => from < reading.Hits[hit].First && reading.Pack.IsOf(reading.Tokens[from].Word) && IsNounOf(from + 1, hit);

    /// <summary>"was left with a drain", "had left": a verb, where no noun of a side follows.</summary>
    private bool IsVerb(int hit)
    {
        var first = reading.Hits[hit].First;
        var end = reading.Hits[hit].End;
        if (end != first + 1)
        {
            return false;
        }

        var before = first > reading.ClauseOf(hit).First ? reading.Pack.Lexicon.Forms(reading.Tokens[first - 1].Word) : WordForm.None;
        return (before & (WordForm.Auxiliary | WordForm.Be)) != 0
            || (before & (WordForm.Determiner | WordForm.Preposition)) == 0 && end < reading.ClauseOf(hit).End
                && reading.Pack.Lexicon.Is(reading.Tokens[end].Word, WordForm.Determiner | WordForm.Pronoun);
    }

    /// <summary>Whether the hit is the noun that the side stands before, with no preposition or comma between.</summary>
    private bool IsNounOf(int from, int hit)
    {
        for (var i = from; i < reading.Hits[hit].First; i++)
        {
            if (reading.Tokens[i].Kind != TokenKind.Word || reading.Pack.Lexicon.Is(reading.Tokens[i].Word, WordForm.Preposition | WordForm.Coordinator | WordForm.Auxiliary))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAlternative(int hit)
    {
        var end = reading.Hits[hit].End;
        var clause = reading.ClauseOf(hit);
        return end + 1 < clause.End && reading.IsParting(end) && Sides(end + 1, after: true) || reading.Hits[hit].First - 2 >= clause.First
            && reading.IsParting(reading.Hits[hit].First - 1) && Sides(reading.Hits[hit].First - 1, after: false);

        bool Sides(int token, bool after)
        {
            for (var h = Math.Max(0, hit - 6); h <= hit + 6 && h < reading.Hits.Count; h++)
            {
                if ((after ? reading.Hits[h].First : reading.Hits[h].End) == token && Context.Sides.ContainsKey(reading.Hits[h].Term))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The level that the side goes with: the next in the clause, else the last before it.</summary>
    private Levels.LevelMention? LevelNear(int hit, int clause)
    {
        if (Bracketed(hit, clause) is { } bracketed)
        {
            return bracketed;
        }

        if (!terms.InClause(clause, reading.Pack.LevelTerm))
        {
            return null;
        }

        const int Reach = 12;
        var before = LastLevel(hit, Reach);
        for (var h = hit + 1; h < reading.ClauseOf(hit).EndHit && h < hit + Reach; h++)
        {
            if (reading.Levels.TryGetValue(h, out var level) && level.Interspaces != 0)
            {
                return before is null || !IsParted(hit, h) ? level : before;
            }
        }

        return before;
    }

    /// <summary>Whether the side goes with a level before it: "at C4-5 on the left and at C5-6 …", "C4-5 left, C5-6 …", but "on the right at C6-7".</summary>
    private bool IsParted(int hit, int level)
    {
        var plain = true;
        for (var i = reading.Hits[hit].End; i < reading.Hits[level].First; i++)
        {
            var form = reading.Tokens[i].Word > 0 ? reading.Pack.Lexicon.Forms(reading.Tokens[i].Word) : WordForm.None;
            if (reading.Tokens[i].Kind != TokenKind.Word || (form & WordForm.Coordinator) != 0)
            {
                return true;
            }

            plain &= (form & (WordForm.Preposition | WordForm.Determiner)) != 0;
        }

        return !plain && states.IsInPhrase(hit);
    }

    /// <summary>"T11-12 (both sides)": the level before the bracket that the side stands in alone.</summary>
    private Levels.LevelMention? Bracketed(int hit, int clause)
    {
        var open = reading.Clauses[clause].First - 1;
        if ((reading.Clauses[clause].Flags & ClauseFlags.Aside) == 0 || reading.Hits[hit].First != open + 1 || reading.Hits[hit].End != reading.Clauses[clause].End)
        {
            return null;
        }

        for (var h = hit - 1; h >= 0 && h > hit - 8; h--)
        {
            if (reading.Levels.TryGetValue(h, out var level) && reading.Hits[h].End == open)
            {
                return level;
            }
        }

        return null;
    }

    private Levels.LevelMention? LastLevel(int hit, int reach)
    {
        for (var h = hit - 1; h >= reading.ClauseOf(hit).FirstHit && h > hit - reach; h--)
        {
            if (reading.Levels.TryGetValue(h, out var level) && level.Interspaces != 0)
            {
                return level;
            }
        }

        return null;
    }
}
