namespace Laminar.Web;

/// <summary>Who is using the server, as far as the server knows.</summary>
/// <param name="Name">The name that answers and changes bear; null where nobody is signed in: then the user says it.</param>
/// <param name="Roles">The roles that the user may work on drafts in.</param>
/// <param name="Switchable">Whether the user may choose among the roles.</param>
internal sealed record Me(string? Name, IReadOnlyList<string> Roles, bool Switchable)
{
    public static Me Of(Person person)
    {
        string[] roles =
        [
            .. Named(Laminar.Web.Roles.Surgeon, RoleWords.Surgeon),
            .. Named(Laminar.Web.Roles.Transcriptionist, RoleWords.Transcriptionist),
            .. Named(Laminar.Web.Roles.TemplateAuthor | Laminar.Web.Roles.Administrator, RoleWords.Author),
        ];
        return new Me(person.IsSignedIn ? person.Name : null, roles, Switchable: roles.Length > 1);

        IEnumerable<string> Named(Roles any, string name) => person.Has(any) ? [name] : [];
    }
}

internal static class MeApi
{
    public static void MapMe(this WebApplication app) =>
        app.MapGet("/api/me", static (Person person) => Me.Of(person))
            .RequireAuthorization(Policies.Scan)
            .WithName("WhoAmI")
            .WithTags("People")
            .WithSummary("Who is using the server, and in which roles")
            .WithDescription("A surgeon states facts, a transcriptionist flags questions, an author writes standard notes. Without sign-in the name is null and each role may be chosen; with it the name and the roles are those of the token.");
}
