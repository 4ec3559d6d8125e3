using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Laminar.Web;

/// <summary>Of a request: that its token could not be judged, because the directory's keys have never been read. It is no fault of the token.</summary>
internal sealed partial class DirectoryAway
{
    private static readonly DirectoryAway Mark = new();
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private static long told = -(long)Quiet.TotalMilliseconds;

    public static bool IsOf(HttpContext context) => context.Features.Get<DirectoryAway>() is not null;

    /// <summary>After a token was not accepted: were there any keys to judge it by?</summary>
    public static async Task LookAsync(AuthenticationFailedContext failed)
    {
        try
        {
            // At hand, but where it was never read; keys that were read once are kept while the directory is away.
            await failed.Options.ConfigurationManager!.GetConfigurationAsync(failed.HttpContext.RequestAborted);
        }
        catch (Exception away) when (away is InvalidOperationException or IOException or HttpRequestException)
        {
            failed.HttpContext.Features.Set(Mark);
            Tell(failed.HttpContext.RequestServices.GetRequiredService<ILogger<DirectoryAway>>(), away);
        }
    }

    private static void Tell(ILogger logger, Exception away)
    {
        var last = Interlocked.Read(ref told);
        if (Environment.TickCount64 - last >= Quiet.TotalMilliseconds && Interlocked.CompareExchange(ref told, Environment.TickCount64, last) == last)
        {
            LogAway(logger, away.GetBaseException().GetType().FullName);
        }
    }

    [LoggerMessage(EventId = 21, Level = LogLevel.Error, Message = "The directory that people sign in at can't be reached ({Exception}), so nobody is let in; see AzureAd:Instance, AzureAd:TenantId and the way from this machine to there")]
    private static partial void LogAway(ILogger logger, string? exception);
}
