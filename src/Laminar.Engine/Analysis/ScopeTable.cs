using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Analysis;

/// <summary>What reaches each hit: the cues before it in its clause, its neighbours among the verbs, the cues of its clause and sentence.</summary>
internal sealed class ScopeTable
{
    /// <summary>Clause of each hit.</summary>
    public List<int> Clause { get; } = new(512);

    /// <summary>Bits of the cues that stand before the hit in its clause and reach it.</summary>
    public List<uint> Before { get; } = new(512);

    /// <summary>Index of the next hit in the clause that is a verb or says what became of an act; -1 where there is none.</summary>
    public List<int> NextVerb { get; } = new(512);

    /// <summary>Index of the last such hit before, or -1.</summary>
    public List<int> LastVerb { get; } = new(512);

    /// <summary>Bits of all cues of a clause.</summary>
    public List<uint> ClauseCues { get; } = new(256);

    /// <summary>Bits of all cues of a sentence.</summary>
    public List<uint> SentenceCues { get; } = new(128);

    public void Clear()
    {
        Clause.Clear();
        Before.Clear();
        NextVerb.Clear();
        LastVerb.Clear();
        ClauseCues.Clear();
        SentenceCues.Clear();
    }

    public static uint Bit(Cue cue) => 1u << (int)cue;

    public static bool Has(uint bits, Cue cue) => (bits & Bit(cue)) != 0;
}
