namespace Laminar.Web;

/// <summary>What somebody is to the server. Each is an app role of the registration in Entra ID, under this very name.</summary>
[Flags]
internal enum Roles
{
    None = 0,

    /// <summary>States facts.</summary>
    Surgeon = 1,

    /// <summary>Mends form and flags questions.</summary>
    Transcriptionist = 2,

    /// <summary>Writes packs and standard notes.</summary>
    TemplateAuthor = 4,

    /// <summary>Looks after the server, and after packs where no author is at hand.</summary>
    Administrator = 8,

    All = Surgeon | Transcriptionist | TemplateAuthor | Administrator,
}

/// <summary>The roles as requests, answers and the audit trail name them.</summary>
internal static class RoleWords
{
    public const string Surgeon = "surgeon";
    public const string Transcriptionist = "transcriptionist";
    public const string Author = "author";
    public const string Administrator = "administrator";

    public static IReadOnlyList<string> All { get; } = [Surgeon, Transcriptionist, Author, Administrator];
}
