using System.Globalization;
using System.Security.Claims;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>What an access token of Entra ID says, under the names that it has in the token.</summary>
internal static class TokenClaims
{
    // A name in a document's changes; Word cuts longer ones.
    private const int MaxName = 100;

    private const string Nameless = "somebody who is signed in";

    private static readonly string[] Names = ["name", "preferred_username", "upn", "oid", "sub"];

    private static readonly string[] Keys = ["oid", "sub"];

    /// <summary>Somebody who may do everything: the server itself, which tries its paths before anybody else does.</summary>
    public static ClaimsPrincipal Everything { get; } = new(new ClaimsIdentity(
        [new("name", "rehearsal"), new("scp", SignIn.ScopeName), .. Enum.GetNames<Roles>().Select(static role => new Claim("roles", role))], "rehearsal"));

    /// <summary>Whether the token was given out for this very use.</summary>
    public static bool HasScope(ClaimsPrincipal user, string scope) => user.FindAll("scp").Any(claim => claim.Value.Split(' ').Contains(scope, StringComparer.Ordinal));

    public static Person PersonOf(ClaimsPrincipal user)
    {
        var name = Names.Select(claim => Line(user.FindFirst(claim)?.Value)).FirstOrDefault(static name => name.Length > 0 && GivenJson.ProblemOf(name) is null, Nameless);
        return new Person(name, RolesOf(user))
        {
            Key = Keys.Select(claim => user.FindFirst(claim)?.Value).FirstOrDefault(key => !string.IsNullOrEmpty(key)) ?? name,
            IsSignedIn = true,
        };
    }

    /// <summary>Roles of other names are another application's.</summary>
    private static Roles RolesOf(ClaimsPrincipal user) => user.FindAll("roles").Aggregate(Roles.None, static (roles, claim) => roles | claim.Value switch
    {
        nameof(Roles.Surgeon) => Roles.Surgeon,
        nameof(Roles.Transcriptionist) => Roles.Transcriptionist,
        nameof(Roles.TemplateAuthor) => Roles.TemplateAuthor,
        nameof(Roles.Administrator) => Roles.Administrator,
        _ => Roles.None,
    });

    /// <summary>A directory's name as one line that fits.</summary>
    private static string Line(string? name)
    {
        var line = string.Concat((name ?? "").Where(static letter => char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned))).Trim();
        return line.Length <= MaxName ? line : line[..MaxName];
    }
}
