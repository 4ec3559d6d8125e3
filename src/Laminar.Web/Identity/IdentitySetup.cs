using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Identity.Web;

namespace Laminar.Web;

/// <summary>Who is let in: bearer tokens of Entra ID where it is configured, else the local user. No cookies, so nothing that another site could send along.</summary>
internal static class IdentitySetup
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var signIn = SignIn.Of(builder.Configuration).SignIn!;
        builder.Services.AddSingleton(signIn);
        if (signIn.IsConfigured)
        {
            builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, Refusals>().AddAuthorization(Policies.Set);
            builder.AddTokens();
        }
        else
        {
            // The local user's role is looked at without the framework's machinery, which would cost each start.
            builder.Services.Configure<RouteOptions>(static routes => routes.SuppressCheckForUnhandledSecurityMetadata = true);
        }
    }

    public static void UseIdentity(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SignIn>().IsConfigured)
        {
            app.UseAuthentication();
            app.UseAuthorization();
        }
        else
        {
            app.UseLocalUser();
        }
    }

    /// <summary>A method of its own, so that a server without sign-in does not load what reads tokens.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddTokens(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(
            static token =>
            {
                // Claims keep their names; nothing of a token is kept or told.
                token.MapInboundClaims = false;
                token.SaveToken = false;
                token.IncludeErrorDetails = false;
                token.Events = new JwtBearerEvents { OnAuthenticationFailed = DirectoryAway.LookAsync };
            },
            identity =>
            {
                builder.Configuration.GetSection(SignIn.Section).Bind(identity);
                identity.Instance ??= SignIn.DefaultInstance;
                // Scope and roles are the policies' to judge.
                identity.AllowWebApiToBeAuthorizedByACL = true;
            });
    }
}
