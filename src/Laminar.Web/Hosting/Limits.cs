using System.Globalization;
using System.Net.Mime;
using System.Runtime.CompilerServices;
using Laminar.Hosts;
using Laminar.Word;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Laminar.Web;

/// <summary>What one request may cost; the configuration's section <c>Limits</c>.</summary>
internal sealed record Limits
{
    private const string Section = "Limits";

    private static readonly TimeSpan LongestTime = TimeSpan.FromHours(1);

    // A buffer of .NET holds no more; and nobody dictates so much.
    private const long MostBytes = 1024L * 1024 * 1024;

    // A buffer grows twofold, with the smaller one beside it until it is copied.
    private const int UploadsAtLeast = 4;

    /// <summary>Bytes of one upload, the form around it included.</summary>
    public long UploadBytes { get; init; } = ReadLimits.Default.MaxFileBytes;

    /// <summary>Bytes of memory that all uploads hold together, those that wait and those that are worked on; by default a quarter of what the process may use.</summary>
    public long UploadMemoryBytes { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;

    /// <summary>How long an upload may take to come in: what it holds until then is taken from all others.</summary>
    public TimeSpan UploadTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes of each thing that comes with a draft: answers to its questions, edits of its text, flags, its record.</summary>
    public long AnswerBytes { get; init; } = GivenAnswers.MaxBytes;

    /// <summary>Bytes that a Word file may unpack to.</summary>
    public long DecompressedBytes { get; init; } = ReadLimits.Default.MaxDecompressedBytes;

    /// <summary>Parts in a Word file.</summary>
    public int Parts { get; init; } = ReadLimits.Default.MaxParts;

    /// <summary>Time for reading one draft, scanning it, and showing it or writing into it.</summary>
    public TimeSpan ScanTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Drafts that are worked on at the same time; twice the processors keep them busy while some wait for memory.</summary>
    public int ConcurrentDrafts { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Drafts that wait for one of these places, each with its upload in memory; one more is turned away.</summary>
    public int WaitingDrafts { get; init; } = 64;

    /// <summary>How long a draft waits for its place.</summary>
    public TimeSpan WaitingTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Requests of one person in a minute, any tenth of them at once; null is 1,200 for each person who has signed in, and no limit for the one user
    /// of a server without sign-in. 0 is no limit.
    /// </summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>How long requests in flight may take to end when the server stops; then they are cut off.</summary>
    public TimeSpan StoppingTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the server that is told to stop still takes requests while it says that it is not ready, so that what stands before it sends them elsewhere.</summary>
    public TimeSpan StoppingDelay { get; init; }

    public ReadLimits Reader => ReadLimits.Default with
    {
        MaxFileBytes = UploadBytes,
        MaxDecompressedBytes = DecompressedBytes,
        MaxParts = Parts,
    };

    /// <summary>Either the limits or one sentence about what is wrong with them.</summary>
    /// <exception cref="InvalidOperationException">A value is no number, or no time.</exception>
    public static (Limits? Limits, string? Problem) Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section.GetChildren().FirstOrDefault(static told => !Names().Contains(told.Key)) is { } unknown)
        {
            return (null, $"There is no setting {Section}:{unknown.Key}; src/Laminar.Web/README.md lists those that there are.");
        }

        var limits = section.Get<Limits>() ?? new Limits();
        return limits.Fault is { } problem ? (null, problem) : (limits, null);
    }

    private string? Fault =>
        Outside(UploadBytes, 1, MostBytes)
        ?? Outside(AnswerBytes, 1, MostBytes)
        ?? Outside(UploadMemoryBytes, UploadsAtLeast * Math.Max(UploadBytes, AnswerBytes), long.MaxValue)
        ?? Outside(UploadTime, TimeSpan.FromTicks(1), LongestTime)
        ?? Outside(DecompressedBytes, 1, MostBytes)
        ?? Outside(Parts, 1, int.MaxValue)
        ?? Outside(ScanTime, TimeSpan.FromTicks(1), LongestTime)
        ?? Outside(ConcurrentDrafts, 1, int.MaxValue)
        ?? Outside(WaitingDrafts, 0, int.MaxValue)
        ?? Outside(WaitingTime, TimeSpan.Zero, LongestTime)
        ?? Outside(RequestsPerMinute ?? 0, 0, int.MaxValue, nameof(RequestsPerMinute))
        ?? Outside(StoppingTime, TimeSpan.Zero, LongestTime)
        ?? Outside(StoppingDelay, TimeSpan.Zero, LongestTime);

    private static string? Outside<T>(T value, T least, T most, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, IComparable<T> =>
        value.CompareTo(least) < 0 ? $"The setting {Section}:{name} has to be at least {least}."
        : value.CompareTo(most) > 0 ? $"The setting {Section}:{name} has to be at most {most}."
        : null;

    private static HashSet<string> Names() => typeof(Limits).GetProperties().Where(static limit => limit.CanWrite).Select(static limit => limit.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>A number of bytes as people say it.</summary>
    public static string Size(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024.0):0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");
}

internal static class LimitsSetup
{
    // A sentence, a reason, some ids.
    private const long JsonBytes = 64 * 1024;

    // All files of the three packs that ship come to an eighth of it.
    private const long LargeJsonBytes = 8 * 1024 * 1024;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var (configured, problem) = Limits.Of(builder.Configuration);
        var limits = configured ?? throw new InvalidOperationException(problem);
        builder.Services.AddSingleton(limits);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The reader of uploads refuses at the limit itself; the server lets a little more come, so that the client still
            // hears the answer instead of a closed connection.
            kestrel.Limits.MaxRequestBodySize = limits.UploadBytes * 4;
        });
    }

    /// <summary>
    /// Whatever is read as JSON is small, or says itself how large it may be (<see cref="TakesLargeJson{T}"/>): it is in memory several times over
    /// before anybody looks at it, and is no part of what uploads may hold together.
    /// </summary>
    public static void UseBodyLimits(this WebApplication app) => app.Use(static (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata is not { } endpoint || endpoint.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains(MediaTypeNames.Application.Json) != true)
        {
            return next(context);
        }

        var most = endpoint.GetMetadata<MostJson>()?.Bytes ?? JsonBytes;
        if (context.Request.ContentLength > most)
        {
            // The server itself would close the connection before its sender has heard why.
            return Problems.TooMuch.Answer().ExecuteAsync(context);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = most;
        }

        return next(context);
    });

    /// <summary>On what takes the changed files of a pack.</summary>
    public static T TakesLargeJson<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new MostJson(LargeJsonBytes));

    private sealed record MostJson(long Bytes);
}
