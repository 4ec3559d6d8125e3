namespace Laminar.Engine.Vocabulary;

/// <summary>
/// What a term does to the statements around it. The set is closed: it is the grammar of how operative dictation says
/// "done", "not done" and everything between. Which words play which part stands in the packs' data.
/// </summary>
internal enum Cue : byte
{
    /// <summary>No effect: a thing, an act or a place.</summary>
    None,

    /// <summary>Denies what follows in its clause: no, not, never, without, neither, nor.</summary>
    Deny,

    /// <summary>Denies what follows up to the next comma or verb: without, with no, free of.</summary>
    Without,

    /// <summary>Denies what follows up to the next comma: rather than, instead of, in lieu of.</summary>
    Instead,

    /// <summary>Ends a denial: other than, except, apart from.</summary>
    Except,

    /// <summary>Says that an act was done: performed, carried out, accomplished.</summary>
    Perform,

    /// <summary>Says that an act was not done: deferred, omitted, avoided, unnecessary, n/a.</summary>
    Withhold,

    /// <summary>Says nothing unless denied: required, needed, indicated.</summary>
    Need,

    /// <summary>Weighs an act: considered, discussed, offered.</summary>
    Consider,

    /// <summary>Means to do: planned, intended, possible.</summary>
    Plan,

    /// <summary>Yet to come, or never: will, would, to be, is booked.</summary>
    Future,

    /// <summary>Tried, without a word on success: attempted, tried to.</summary>
    Attempt,

    /// <summary>Stopped: abandoned, aborted.</summary>
    Abandon,

    /// <summary>Makes the sentence a condition: if, should, in case, unless.</summary>
    Condition,

    /// <summary>Past for what follows in the clause: status post, history of, prior.</summary>
    PastBefore,

    /// <summary>Past for its whole clause: ago, in 2006, years earlier, at another hospital.</summary>
    Past,

    /// <summary>Somebody else: mother, sister, another patient.</summary>
    OtherSubject,

    /// <summary>Dangers that were named: risks included, possible complications.</summary>
    Risk,

    /// <summary>Present and not used: on standby, in the room, parked, available.</summary>
    Idle,

    /// <summary>Talk before the operation: consent, agreed to.</summary>
    Consent,

    /// <summary>The pause before the incision: time-out, checklist.</summary>
    TimeOut,

    /// <summary>Alternatives left in a text: and/or, with or without.</summary>
    Alternative,

    /// <summary>Something that a study, a look or a hand found: showed, revealed, was seen.</summary>
    Show,

    /// <summary>Not to be taken for a level or a side: a sequence, a laboratory value, an electrode.</summary>
    LookAlike,

    /// <summary>Left as it was: spared, preserved, not disturbed. For the things of an element, not for acts.</summary>
    Spare,
}
