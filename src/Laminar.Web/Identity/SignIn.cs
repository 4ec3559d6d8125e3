using System.Text.Json.Serialization;

namespace Laminar.Web;

/// <summary>How people sign in: what a page needs to ask for a token, from the configuration's section <c>AzureAd</c>. All null where nobody has to.</summary>
/// <param name="Authority">Address of the directory, without its version.</param>
/// <param name="Scope">The one scope that a token has to be given out for, as the authority wants it asked for.</param>
internal sealed record SignIn(string? ClientId = null, string? Authority = null, string? Scope = null)
{
    public const string Section = "AzureAd";
    public const string DefaultInstance = "https://login.microsoftonline.com/";

    /// <summary>The scope as a token says it.</summary>
    public const string ScopeName = "Drafts.Scan";

    /// <summary>Directories of everybody: whoever has an account anywhere would be let in.</summary>
    private static readonly string[] Everybody = ["common", "organizations", "consumers"];

    [JsonIgnore]
    public bool IsConfigured => ClientId is not null;

    /// <summary>Where the authority stands, for what a page may reach; null where nobody signs in.</summary>
    [JsonIgnore]
    public string? Origin => Authority is null ? null : new Uri(Authority).GetLeftPart(UriPartial.Authority);

    /// <summary>Either how people sign in or one sentence about what the section lacks.</summary>
    public static (SignIn? SignIn, string? Problem) Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.Exists())
        {
            return (new SignIn(), null);
        }

        var (client, tenant, instance) = (section["ClientId"], section["TenantId"], section["Instance"] ?? DefaultInstance);
        return client switch
        {
            null or "" => (null, "The setting AzureAd:ClientId is missing; put in the application id of the registration in Entra ID."),
            _ when string.IsNullOrEmpty(tenant) || Everybody.Contains(tenant, StringComparer.OrdinalIgnoreCase) =>
                (null, "The setting AzureAd:TenantId has to name your own directory, or anybody with an account could sign in; put in its id."),
            _ when !Uri.TryCreate(instance, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps =>
                (null, $"The setting AzureAd:Instance has to be an address with https, such as {DefaultInstance}."),
            _ => (new SignIn(client, $"{instance.TrimEnd('/')}/{tenant}", $"{section["ApplicationIdUri"] ?? $"api://{client}"}/{ScopeName}"), null),
        };
    }
}

internal static class SignInApi
{
    public const string Address = "/api/sign-in";

    public static void MapSignIn(this WebApplication app) =>
        app.MapGet(Address, static (SignIn signIn) => signIn)
            .AllowAnonymous()
            .WithName("HowToSignIn")
            .WithTags("People")
            .WithSummary("How to get a token for this server")
            .WithDescription("Application, authority and scope in Entra ID; all null where the server serves one local user, who does not sign in. A token goes into the header Authorization, as Bearer.");
}
