using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Laminar.Web;

/// <summary>Who may call what. Each endpoint has one of these, or <c>AllowAnonymous</c>; what has none is denied.</summary>
internal static class Policies
{
    /// <summary>Reads drafts and whatever that needs: everybody with a role.</summary>
    public const string Scan = "scan";

    /// <summary>Settles what a draft leaves open: surgeons; transcriptionists as far as they may, which the writing itself decides.</summary>
    public const string Answer = "answer";

    /// <summary>Maintains packs and notes.</summary>
    public const string Author = "author";

    /// <summary>Looks after the server.</summary>
    public const string Operate = "operate";

    /// <summary>The same, or whoever comes by the port that is kept for it (<see cref="TelemetrySettings.MetricsPort"/>).</summary>
    public const string Metrics = "metrics";

    /// <summary>Of which one is enough.</summary>
    public static Roles RolesOf(string policy) => policy switch
    {
        Scan => Roles.All,
        Answer => Roles.Surgeon | Roles.Transcriptionist,
        Author => Roles.TemplateAuthor | Roles.Administrator,
        Operate or Metrics => Roles.Administrator,
        _ => Roles.None,
    };

    public static void Set(AuthorizationOptions options)
    {
        foreach (var policy in new[] { Scan, Answer, Author, Operate })
        {
            options.AddPolicy(policy, Of(RolesOf(policy)));
        }

        options.AddPolicy(Metrics, new AuthorizationPolicyBuilder()
            .RequireAssertion(static context => context.Resource is HttpContext http && (TelemetrySettings.Of(http).IsMetricsPort(http.Connection.LocalPort) || IsOperator(http, context.User)))
            .Build());

        // What the router makes itself, for an address or a method that there is not, goes on to its 404 or 405.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(static context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build();
    }

    private static bool IsOperator(HttpContext http, ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && TokenClaims.HasScope(user, SignIn.ScopeName) && Person.Of(http).Has(RolesOf(Metrics));

    private static AuthorizationPolicy Of(Roles roles) => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(static context => TokenClaims.HasScope(context.User, SignIn.ScopeName))
        .RequireAssertion(context => context.Resource is HttpContext http && Person.Of(http).Has(roles))
        .Build();
}
