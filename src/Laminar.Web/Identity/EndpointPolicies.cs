using Microsoft.AspNetCore.Authorization;

namespace Laminar.Web;

internal static class EndpointPolicies
{
    /// <summary>
    /// Each endpoint says who may call it. One that forgot would be denied to everybody, which nobody would find before a user does; so the
    /// server does not start with it.
    /// </summary>
    /// <exception cref="InvalidOperationException">An endpoint has neither a policy nor leave to be called by anybody.</exception>
    public static void NeedPolicies(this WebApplication app)
    {
        // Where nobody signs in they are the same endpoints, and each start would make them twice.
        if (app.Services.GetRequiredService<SignIn>().IsConfigured && Unguarded(app) is [var first, ..])
        {
            throw new InvalidOperationException($"{first.DisplayName} says nothing of who may call it; give it a policy ({nameof(Policies)}) or AllowAnonymous.");
        }
    }

    private static List<Endpoint> Unguarded(IEndpointRouteBuilder routes) =>
    [
        .. routes.DataSources.SelectMany(static source => source.Endpoints)
            .Where(static endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null),
    ];
}
