namespace Laminar.Engine;

/// <summary>What a sentence says of the thing it names. Only <see cref="Performed"/> counts as done (the contract's "State of a mention").</summary>
public enum MentionState
{
    Performed,
    NotPerformed,
    Attempted,
    Planned,
    Hypothetical,
    Conditional,
    Historical,
    OtherSubject,
    MentionOnly,
    Placeholder,
}
