namespace Laminar.Engine.Sections;

/// <summary>What a stretch of a report is for. It decides as much as the words in it whether something was done today.</summary>
internal enum SectionKind : byte
{
    /// <summary>Under no heading that is known.</summary>
    Body,

    /// <summary>Name of the operation.</summary>
    Title,

    /// <summary>Preoperative and postoperative diagnosis.</summary>
    Diagnosis,

    /// <summary>Another line of the heading block: surgeon, anesthesia, blood loss.</summary>
    Fact,

    /// <summary>Why the operation was done: indication, present illness, work-up.</summary>
    Indication,

    /// <summary>Past history.</summary>
    History,

    /// <summary>Family history: another subject.</summary>
    Family,

    /// <summary>Consent, risks, alternatives.</summary>
    Consent,

    /// <summary>Time-out, checklist.</summary>
    TimeOut,

    /// <summary>What was done.</summary>
    Description,

    /// <summary>What was found.</summary>
    Findings,

    /// <summary>A summary of the operation at its end.</summary>
    Summary,

    /// <summary>What is to come: disposition, orders, follow-up.</summary>
    Plan,

    /// <summary>Lists that say nothing of the operation: allergies, medication, billing.</summary>
    Aside,
}

internal static class SectionNames
{
    /// <summary>The contract's name of a section.</summary>
    public static string Name(this SectionKind kind) => kind switch
    {
        SectionKind.Title or SectionKind.Diagnosis or SectionKind.Fact => "heading",
        SectionKind.Indication => "indication",
        SectionKind.History or SectionKind.Family => "history",
        SectionKind.Consent => "consent",
        SectionKind.TimeOut => "time-out",
        SectionKind.Description => "description",
        SectionKind.Findings or SectionKind.Summary => "findings",
        SectionKind.Plan => "plan",
        SectionKind.Aside => "other",
        _ => "body",
    };
}
