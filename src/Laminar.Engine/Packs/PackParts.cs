using Laminar.Engine.Applying;
using Laminar.Engine.Elements;
using Laminar.Engine.Form;
using Laminar.Engine.Levels;
using Laminar.Engine.Notes;
using Laminar.Engine.Sections;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Packs;

/// <summary>Everything that the loader has gathered for a pack.</summary>
internal sealed record PackParts
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    public required int Order { get; init; }

    public required Lexicon Lexicon { get; init; }

    public required PhraseTrie Trie { get; init; }

    public required IReadOnlyList<Term> Terms { get; init; }

    public required SectionLexicon Sections { get; init; }

    public required Spine Spine { get; init; }

    public required LevelWords LevelWords { get; init; }

    public required LevelContext LevelContext { get; init; }

    public required SideContext SideContext { get; init; }

    public required IReadOnlyDictionary<string, string> Junctions { get; init; }

    public required IReadOnlyList<string> OpenJunctions { get; init; }

    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    public required IReadOnlyDictionary<string, List<int>> Special { get; init; }

    public required HashSet<string> Brackets { get; init; }

    public required FormWords FormWords { get; init; }

    public required IReadOnlyList<FormExample> FormExamples { get; init; }

    public required IReadOnlyList<ElementRule> Elements { get; init; }

    public required IReadOnlyList<ElementRule> Signs { get; init; }

    public required IReadOnlyList<ReadRule> Rules { get; init; }

    public required IReadOnlyList<ApplicabilityRule> Applicability { get; init; }

    public required IReadOnlyList<Condition> Claim { get; init; }

    public required IReadOnlyList<GroupRule> Groups { get; init; }

    public required IReadOnlyList<DerivationRule> Derivations { get; init; }

    public required NoteGuide Guide { get; init; }

    public required StandardNote? Note { get; init; }

    public required IReadOnlyList<PackExample> Examples { get; init; }

    public required int LevelTerm { get; init; }

    public required int OpeningTerm { get; init; }

    public required int HistoryTerm { get; init; }

    public required int ClosingTerm { get; init; }
}
