using System.Net;
using Microsoft.AspNetCore.Authorization;

namespace Laminar.Web;

/// <summary>The one user of a server without sign-in. Whatever a browser sends for a page of somebody else's is not from that user.</summary>
internal static partial class LocalUser
{
    private static readonly Problem Elsewhere = new(403, "local-only",
        "This server has no sign-in and serves this machine alone, under localhost; who runs it can configure sign-in.");

    /// <summary>Whether a host's name or address is always this machine.</summary>
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>
    /// A name that only leads here belongs to somebody else, be it a proxy's or one whose owner points it at this machine to have a browser
    /// take our pages for theirs; and a page of theirs could send a form.
    /// </summary>
    public static void UseLocalUser(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Laminar.Web");
        LogLocal(logger);
        app.Use(static (context, next) => Refuse(context) is { } problem ? problem.Answer().ExecuteAsync(context) : next(context));
    }

    private static Problem? Refuse(HttpContext context) =>
        !IsOfThisMachine(context.Request) ? Elsewhere
        : context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy is { } policy && !Person.Of(context).Has(Policies.RolesOf(policy)) ? Refusals.NotInThisRole
        : null;

    private static bool IsOfThisMachine(HttpRequest request) =>
        (!request.Host.HasValue || IsThisMachine(request.Host.Host))
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none" && IsOurs(request.Headers.Origin.ToString(), request.Host)));

    /// <summary>A browser that is too old for the one header has the other. Programs have neither.</summary>
    private static bool IsOurs(string origin, HostString host) => origin.Length == 0
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(EventId = 20, Level = LogLevel.Information, Message = "Serves one local user without sign-in, on this machine alone")]
    private static partial void LogLocal(ILogger logger);
}
