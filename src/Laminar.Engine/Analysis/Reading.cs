using System.Runtime.InteropServices;
using Laminar.Engine.Levels;
using Laminar.Engine.Sections;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Analysis;

/// <summary>A draft taken apart: tokens, sections, sentences, clauses and the terms in them. Filled once by <see cref="DraftAnalysis"/>.</summary>
internal sealed class Reading(Draft draft, Pack pack, Workspace space)
{
    public Draft Draft { get; } = draft;

    public Pack Pack { get; } = pack;

    public List<Token> TokenList => space.Tokens;

    /// <summary>First token of each paragraph, and one entry behind the last.</summary>
    public int[] FirstTokens { get; } = new int[draft.Paragraphs.Count + 1];

    public List<Segment> Segments => space.Segments;

    public List<Sentence> Sentences => space.Sentences;

    public List<Clause> Clauses => space.Clauses;

    public List<Hit> Hits => space.Hits;

    /// <summary>Level mentions by the index of their hit.</summary>
    public Dictionary<int, LevelMention> Levels { get; } = [];

    /// <summary>Blanks, unfilled fields and option lists, by token.</summary>
    public List<Residue> Residues { get; } = [];

    private readonly List<(int First, int End)> _phrases = [];

    private bool[]? _unfilled;

    public ScopeTable Scopes => space.Scopes;

    public Span<Token> Tokens => CollectionsMarshal.AsSpan(TokenList);

    public Term TermOf(in Hit hit) => Pack.Terms[hit.Term];

    public Cue CueOf(int hit) => Pack.Terms[Hits[hit].Term].Cue;

    public Clause ClauseOf(int hit) => Clauses[Scopes.Clause[hit]];

    public Sentence SentenceOf(int hit) => Sentences[ClauseOf(hit).Sentence];

    /// <summary>Whether a token belongs to something unfilled.</summary>
    public bool IsUnfilled(int first, int end)
    {
        if (_unfilled is null)
        {
            return false;
        }

        for (var i = first; i < end; i++)
        {
            if (_unfilled[i])
            {
                return true;
            }
        }

        return false;
    }

    public void AddResidue(Residue residue)
    {
        _unfilled ??= new bool[TokenList.Count];
        Residues.Add(residue);
        _unfilled.AsSpan(residue.First..residue.End).Fill(true);
    }

    /// <summary>The phrases of cues from a hit on: no clause ends inside one ("where it was" in "left it where it was").</summary>
    public IReadOnlyList<(int First, int End)> Phrases(int from)
    {
        _phrases.Clear();
        for (var h = from; h < Hits.Count; h++)
        {
            if (Hits[h].End > Hits[h].First + 1 && CueOf(h) != Cue.None)
            {
                _phrases.Add((Hits[h].First, Hits[h].End));
            }
        }

        return _phrases;
    }

    /// <summary>Whether a token leaves what stands before and behind it as alternatives: a slash, "or".</summary>
    public bool IsParting(int token) => TokenList[token].Kind == TokenKind.Slash || Pack.IsOr(TokenList[token].Word);

    public int ParagraphOf(int hit) => SentenceOf(hit).Paragraph;
}

/// <summary>A stretch that nobody has filled in: tokens <paramref name="First"/> up to <paramref name="End"/> of a sentence.</summary>
internal readonly record struct Residue(int Sentence, int First, int End);
