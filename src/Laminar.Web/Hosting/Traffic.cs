using System.Threading.RateLimiting;

namespace Laminar.Web;

/// <summary>
/// How many requests one person may send: a program that runs wild, or a key that sticks, must not take the server from the others. Pages and
/// health are free.
/// </summary>
internal static class Traffic
{
    /// <summary>For a person who has signed in: a scan at each pause in typing comes to a tenth of it.</summary>
    private const int SignedIn = 1_200;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(6);

    private static readonly Problem TooMany =
        new(429, "too-many-requests", "These are more requests than one person may send; nothing was done. Wait a few seconds and send it again.") { RetryAfter = Turn };

    public static void AddTraffic(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
        limiter.OnRejected = static (rejected, _) => new ValueTask(TooMany.Answer().ExecuteAsync(rejected.HttpContext));
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var person = Person.Of(context);
        var most = MostOf(context.RequestServices.GetRequiredService<Limits>(), person.IsSignedIn);
        return most > 0 && !Rehearsal.Is(context.Request) && context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? RateLimitPartition.GetTokenBucketLimiter(person.Key, _ => Bucket(most))
            : RateLimitPartition.GetNoLimiter("");
    }

    /// <summary>Requests in a minute; 0 is no limit.</summary>
    public static int MostOf(Limits limits, bool isSignedIn) => limits.RequestsPerMinute ?? (isSignedIn ? SignedIn : 0);

    private static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        var inATurn = Math.Max(1, (int)(perMinute * Turn.TotalMinutes));
        return new() { TokenLimit = inATurn, TokensPerPeriod = inATurn, ReplenishmentPeriod = Turn, QueueLimit = 0 };
    }
}
