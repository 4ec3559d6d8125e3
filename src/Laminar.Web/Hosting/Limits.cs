using System.Globalization;
using Laminar.Hosts;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>What one request may cost; the configuration's section <c>Limits</c>.</summary>
internal sealed record Limits
{
    /// <summary>Bytes of one upload, the form around it included.</summary>
    public long UploadBytes { get; init; } = ReadLimits.Default.MaxFileBytes;

    /// <summary>Bytes of each thing that comes with a draft: answers to its questions, edits of its text, flags, its record.</summary>
    public long AnswerBytes { get; init; } = GivenAnswers.MaxBytes;

    /// <summary>Bytes that a Word file may unpack to.</summary>
    public long DecompressedBytes { get; init; } = ReadLimits.Default.MaxDecompressedBytes;

    /// <summary>Parts in a Word file.</summary>
    public int Parts { get; init; } = ReadLimits.Default.MaxParts;

    /// <summary>Time for reading one draft, scanning it, and showing it or writing into it.</summary>
    public TimeSpan ScanTime { get; init; } = TimeSpan.FromSeconds(10);

    public ReadLimits Reader => ReadLimits.Default with
    {
        MaxFileBytes = UploadBytes,
        MaxDecompressedBytes = DecompressedBytes,
        MaxParts = Parts,
    };

    /// <summary>A number of bytes as people say it.</summary>
    public static string Size(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024 * 1024.0):0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");
}

internal static class LimitsSetup
{
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("Limits").Get<Limits>() ?? new Limits();
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
