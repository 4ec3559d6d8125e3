using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Reads a draft from the bytes of a Word file, Flat OPC XML or plain text.</summary>
public static class DraftReader
{
    public static DraftReading Read(ReadOnlyMemory<byte> bytes, string name, ReadLimits limits, CancellationToken cancellation = default)
        => throw new NotSupportedException();
}

/// <summary>Either a draft or the reason why there is none.</summary>
public sealed record DraftReading(Draft? Draft, DraftError? Error);

/// <summary>Why a file can't be read: a code for programs and one sentence for people.</summary>
public sealed record DraftError(string Code, string Message);

/// <summary>Bounds on what a file may hold.</summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    public long MaxFileBytes { get; init; } = 32L * 1024 * 1024;

    public long MaxDecompressedBytes { get; init; } = 256L * 1024 * 1024;

    public int MaxParts { get; init; } = 5_000;
}
