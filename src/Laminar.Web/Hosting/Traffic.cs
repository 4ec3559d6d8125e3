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

    /// <summary>Requests of a person who has signed in that are answered at the same time: a few pages at once come to a third of it.</summary>
    private static readonly ConcurrencyLimiterOptions Places = new() { PermitLimit = 32, QueueLimit = 0 };

    private static readonly Problem TooMany =
        new(429, "too-many-requests", "These are more requests than one person may send; nothing was done. Wait a few seconds and send it again.") { RetryAfter = Turn };

    public static void AddTraffic(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf), PartitionedRateLimiter.Create<HttpContext, string>(PlacesOf));
        limiter.OnRejected = static (rejected, _) => new ValueTask(TooMany.Answer().ExecuteAsync(rejected.HttpContext));
    });

    private static RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var person = Person.Of(context);
        var most = MostOf(context.RequestServices.GetRequiredService<Limits>(), person.IsSignedIn);
        return most > 0 && IsCounted(context, person) ? RateLimitPartition.GetTokenBucketLimiter(person.Key, _ => Bucket(most)) : RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> PlacesOf(HttpContext context)
    {
        var person = Person.Of(context);
        return person.IsSignedIn && IsCounted(context, person) ? RateLimitPartition.GetConcurrencyLimiter(person.Key, _ => Places) : RateLimitPartition.GetNoLimiter("");
    }

    /// <summary>Addresses lead to the same endpoint in capital letters. Who has to sign in first is nobody yet, and all of those are not one person.</summary>
    private static bool IsCounted(HttpContext context, Person person) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && (person.IsSignedIn || !context.RequestServices.GetRequiredService<SignIn>().IsConfigured)
        && !Rehearsal.Is(context.Request);

    /// <summary>Requests in a minute; 0 is no limit.</summary>
    public static int MostOf(Limits limits, bool isSignedIn) => limits.RequestsPerMinute ?? (isSignedIn ? SignedIn : 0);

    private static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        var inATurn = Math.Max(1, (int)(perMinute * Turn.TotalMinutes));
        return new() { TokenLimit = inATurn, TokensPerPeriod = inATurn, ReplenishmentPeriod = Turn, QueueLimit = 0 };
    }
}
