namespace Laminar.Web;

/// <summary>
/// Who sends a request, as the server itself knows it; an endpoint that takes a person gets this one. Nothing that a request says of itself
/// counts. Where nobody has to sign in, everybody is the local user, who may do everything and chooses in which role.
/// </summary>
/// <param name="Name">For people: what changes and versions bear.</param>
/// <param name="Roles">Those that the person has for this request.</param>
internal sealed record Person(string Name, Roles Roles)
{
    /// <summary>Narrows a request to one of the roles that its sender has.</summary>
    public const string RoleHeader = "Laminar-Role";

    private const string Local = "local";

    private const string Nobody = "nobody";

    /// <summary>By which the store tells people apart: two of them may have one name, and one may change it.</summary>
    public string Key { get; init; } = Name;

    /// <summary>For the audit trail: the name, and what the directory tells people of one name apart by.</summary>
    public string Identity => Key == Name ? Name : $"{Name} ({Key})";

    /// <summary>Whether the name is known, and not what a request says.</summary>
    public bool IsSignedIn { get; init; }

    public static ValueTask<Person> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static Person Of(HttpContext context)
    {
        var person = context.User.Identity?.IsAuthenticated == true ? TokenClaims.PersonOf(context.User)
            : context.RequestServices.GetRequiredService<SignIn>().IsConfigured ? new Person(Nobody, Roles.None)
            : new Person(context.RequestServices.GetRequiredService<IConfiguration>()["People:Local"] is { Length: > 0 } told ? told : Local, Roles.All);
        return context.Request.Headers[RoleHeader].ToString() is { Length: > 0 } chosen
            ? person with { Roles = person.Roles & RoleOf(chosen) }
            : person;
    }

    /// <summary>Whether the person has one of these roles.</summary>
    public bool Has(Roles any) => (Roles & any) != Roles.None;

    /// <summary>The role by which the person may do something, as the audit trail names it; of several the first.</summary>
    /// <param name="policy">The one of <see cref="Policies"/> that allows it.</param>
    /// <exception cref="InvalidOperationException">The person may not do it.</exception>
    public string ActsAs(string policy) => RoleWords.All.First(word => Has(RoleOf(word) & Policies.RolesOf(policy)));

    /// <summary>The name that goes into a document: without sign-in the one that came with the request.</summary>
    public string Signs(string told) => IsSignedIn ? Name : told;

    /// <summary>Any other word is a mistake, and nobody's leave to do anything.</summary>
    private static Roles RoleOf(string word) => word switch
    {
        RoleWords.Surgeon => Roles.Surgeon,
        RoleWords.Transcriptionist => Roles.Transcriptionist,
        RoleWords.Author => Roles.TemplateAuthor,
        RoleWords.Administrator => Roles.Administrator,
        _ => Roles.None,
    };
}
