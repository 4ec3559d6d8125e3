using Laminar.Engine.Sections;

namespace Laminar.Engine.Text;

/// <summary>Tokens <paramref name="First"/> up to <paramref name="End"/> of one paragraph: a sentence, a bullet or a line.</summary>
internal readonly record struct Sentence(int Paragraph, int First, int End, SectionKind Section, int Heading, int FirstClause, int EndClause);

[Flags]
internal enum ClauseFlags : byte
{
    None = 0,

    /// <summary>Has a verb that says something (an auxiliary, a past form, a verb after "I").</summary>
    Predicate = 1,

    /// <summary>Starts with its verb: its subject is that of the clause before ("and was removed", "but deferred").</summary>
    Continues = 2,

    /// <summary>Stands in brackets.</summary>
    Aside = 4,

    /// <summary>Starts with a pronoun that stands for something named before ("it was removed", "which was left").</summary>
    Pronoun = 8,

    /// <summary>Has a pronoun as its object ("I remove it").</summary>
    ObjectPronoun = 16,
}

/// <summary>A part of a sentence with one predicate: the reach of its denials.</summary>
internal readonly record struct Clause(int Sentence, int First, int End, ClauseFlags Flags, int FirstHit, int EndHit);
