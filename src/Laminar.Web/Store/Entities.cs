namespace Laminar.Web;

// Rows of the store. Nothing of a draft stands in any of them, but for a sentence that somebody adds to a report on purpose.

/// <summary>A published version of a pack: written once, never changed, never deleted (the database itself refuses).</summary>
internal sealed class PackVersion
{
    public required string Pack { get; init; }

    public required string Version { get; init; }

    public required string Author { get; init; }

    public required DateTime At { get; init; }

    public required string Reason { get; init; }

    /// <summary>Of the files; see <see cref="Hosts.PackContent.Hash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>The files, as a <see cref="Hosts.PackArchive"/>.</summary>
    public required byte[] Archive { get; init; }
}

/// <summary>That a version was put in use. The highest number of a pack counts; a roll back is one more row.</summary>
internal sealed class PackUse
{
    public required string Pack { get; init; }

    public required int Number { get; init; }

    public required string Version { get; init; }

    public required string Author { get; init; }

    public required DateTime At { get; init; }

    public required string Reason { get; init; }

    /// <summary>Whether a server did this when it first met what ships with it, and no person.</summary>
    public required bool Shipped { get; init; }
}

/// <summary>What authors are working on: one for a pack, shared by all of them.</summary>
internal sealed class PackDraft
{
    public required string Pack { get; init; }

    /// <summary>Another after each save: who saves has to know the last one.</summary>
    public required Guid Token { get; set; }

    /// <summary>The version that the work began from; null for a pack that has none yet.</summary>
    public required string? Base { get; set; }

    public required string Author { get; set; }

    public required DateTime At { get; set; }

    public required byte[] Archive { get; set; }
}

/// <summary>One version of a standard note; written once.</summary>
internal sealed class StandardNote
{
    public required string Pack { get; init; }

    /// <summary>Letters, digits and hyphens: how its address names it.</summary>
    public required string Name { get; init; }

    public required int Number { get; init; }

    public required string FileName { get; init; }

    public required string Author { get; init; }

    public required DateTime At { get; init; }

    public required string Reason { get; init; }

    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>How much lint found that has to be mended; null for a note that it did not read.</summary>
    public int? Faults { get; init; }

    /// <summary>How many elements of the pack the note lacks; null likewise.</summary>
    public int? Lacking { get; init; }
}

/// <summary>How often something happened to a question of a version.</summary>
internal sealed class QuestionCount
{
    public required string Pack { get; init; }

    public required string Version { get; init; }

    public required string Element { get; init; }

    public required string Kind { get; init; }

    /// <summary>One of <see cref="QuestionEvents"/>.</summary>
    public required string Event { get; init; }

    /// <summary>The field that was answered; empty where there is none.</summary>
    public required string Field { get; init; }

    /// <summary>An option that the pack itself offers, or a reason's code; empty where there is none.</summary>
    public required string Choice { get; init; }

    public required long Count { get; init; }
}

/// <summary>That somebody finds a question bad.</summary>
internal sealed class QuestionReport
{
    public required Guid Id { get; init; }

    public required string Pack { get; init; }

    public required string Version { get; init; }

    public required string Element { get; init; }

    public required string Kind { get; init; }

    /// <summary>One of <see cref="ReportReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>Words of a draft or about it, which the reporter added on purpose.</summary>
    public required string? Sentence { get; init; }

    public required string Person { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>A person's own wording of an element's phrase.</summary>
internal sealed class PersonalPhrase
{
    public required string Person { get; init; }

    public required string Pack { get; init; }

    public required string Element { get; init; }

    public required string Phrase { get; set; }

    public required DateTime At { get; set; }
}
