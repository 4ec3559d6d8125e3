using Laminar.Engine.Sections;
using Laminar.Engine.Text;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Analysis;

/// <summary>
/// The lists of one scan, kept by each thread for its next one: a scan while somebody types should leave no garbage but its
/// result. They hold numbers only, never text of the draft. Lists that a giant draft has grown are let go.
/// </summary>
internal sealed class Workspace
{
    private const int Kept = 1 << 17;

    [ThreadStatic]
    private static Workspace? _spare;

    public List<Token> Tokens { get; } = new(2048);

    public List<Segment> Segments { get; } = new(64);

    public List<Sentence> Sentences { get; } = new(128);

    public List<Clause> Clauses { get; } = new(256);

    public List<Hit> Hits { get; } = new(1024);

    public ScopeTable Scopes { get; } = new();

    public static Workspace Rent()
    {
        var space = _spare ?? new Workspace();
        _spare = null;
        return space;
    }

    public static void Return(Workspace space)
    {
        if (space.Tokens.Capacity > Kept)
        {
            return;
        }

        space.Tokens.Clear();
        space.Segments.Clear();
        space.Sentences.Clear();
        space.Clauses.Clear();
        space.Hits.Clear();
        space.Scopes.Clear();
        _spare = space;
    }
}
