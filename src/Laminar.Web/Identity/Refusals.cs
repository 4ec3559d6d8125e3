using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Laminar.Web;

/// <summary>What somebody hears who may not: one sentence, and nothing of what is wrong with a token.</summary>
internal sealed class Refusals : IAuthorizationMiddlewareResultHandler
{
    public static Problem NotInThisRole { get; } = new(403, "role", "Your roles do not allow this; ask whoever gives out the roles of Laminar for the one that you need.");

    private static readonly Problem NobodyIsSignedIn = new(401, "sign-in", "Sign in to use this; your sign-in is missing, has ended or is not for this server.")
    {
        List = new("signIn", SignInApi.Address),
    };

    private static readonly Problem NobodyCanTell = new(503, "directory", "The server can't reach the directory that you sign in at, so it can't tell who you are; try again in a moment.") { RetryAfter = TimeSpan.FromSeconds(5) };

    private static readonly Problem NotForThis = new(403, "scope", $"Your sign-in was not given out for {SignIn.ScopeName}; sign in again on a page of this server.");

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        if (DirectoryAway.IsOf(context))
        {
            return NobodyCanTell.Answer().ExecuteAsync(context);
        }

        if (authorizeResult.Challenged)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return NobodyIsSignedIn.Answer().ExecuteAsync(context);
        }

        return (TokenClaims.HasScope(context.User, SignIn.ScopeName) ? NotInThisRole : NotForThis).Answer().ExecuteAsync(context);
    }
}
