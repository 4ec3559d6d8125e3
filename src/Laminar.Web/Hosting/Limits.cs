using System.Globalization;
using System.Runtime.CompilerServices;
using Laminar.Hosts;
using Laminar.Word;

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
}
