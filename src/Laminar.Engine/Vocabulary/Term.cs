namespace Laminar.Engine.Vocabulary;

/// <summary>A named set of phrases: a thing, an act, a verb class or a cue.</summary>
/// <param name="Id">Its number in the pack.</param>
internal sealed record Term(int Id, string Name, Cue Cue)
{
    /// <summary>Whether it has verbs: then its nouns ("removal") name the same act.</summary>
    public bool Verbal { get; set; }

    /// <summary>Whether its phrases hide what stands inside them. Cues always do.</summary>
    public bool Hides { get; set; } = Cue != Cue.None;
}

/// <summary>How a phrase of a term was written in the pack, and so which part of speech it plays.</summary>
internal enum PhraseForm : byte
{
    Word,
    Noun,
    VerbBase,
    VerbThird,
    VerbPast,
    VerbIng,
}

/// <summary>A term found in a text: tokens <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal readonly record struct Hit(int Term, PhraseForm Form, int First, int End)
{
    public bool IsVerb => Form >= PhraseForm.VerbBase;
}
