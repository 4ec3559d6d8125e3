namespace Laminar.Web;

/// <summary>Who is using the server, as far as the server knows.</summary>
/// <param name="Name">The name that answers and changes bear; null where nobody is signed in: then the user says it.</param>
/// <param name="Roles">The roles that the user may act in.</param>
/// <param name="Switchable">Whether the user may choose among the roles.</param>
internal sealed record Me(string? Name, IReadOnlyList<string> Roles, bool Switchable)
{
    /// <summary>A server without sign-in takes everybody's word, as it takes the "by" and "role" of answers.</summary>
    public static Me Unknown { get; } = new(null, ["surgeon", "transcriptionist", "author"], Switchable: true);
}

internal static class MeApi
{
    public static void MapMe(this WebApplication app) =>
        app.MapGet("/api/me", static () => Me.Unknown)
            .WithName("WhoAmI")
            .WithTags("People")
            .WithSummary("Who is using the server, and in which roles")
            .WithDescription("A surgeon states facts, a transcriptionist flags questions, an author writes standard notes. Without sign-in the name is null and each role may be chosen.");
}
