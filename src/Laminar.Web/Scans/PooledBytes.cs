using System.Buffers;
using System.Numerics;

namespace Laminar.Web;

/// <summary>How reading an upload ended.</summary>
internal enum UploadEnd
{
    Whole,

    /// <summary>It is larger than it may be.</summary>
    TooLarge,

    /// <summary>All uploads together would hold more than they may.</summary>
    NoMemory,
}

/// <summary>Bytes of an upload in a borrowed buffer that is wiped when it is given back.</summary>
internal sealed class PooledBytes(UploadMemory memory) : IDisposable
{
    private const int FirstGuess = 64 * 1024;

    // An announced length is a claim: memory grows with what comes, not with what is said.
    private const int FirstMost = 1024 * 1024;

    private const int SmallestPooled = 16;

    private byte[] buffer = [];
    private int length;

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="told">How many bytes the sender announced, if it did.</param>
    /// <param name="limit">The most bytes that it may hold; 0 or more.</param>
    public async ValueTask<UploadEnd> FillAsync(Stream stream, long? told, long limit, CancellationToken cancellation)
    {
        // One more than announced, so that the read that finds the end needs no larger buffer.
        var first = Math.Min(told + 1 ?? FirstGuess, FirstMost);
        while (length < limit)
        {
            if (length == buffer.Length && !Grow((int)Math.Min(length > 0 ? 2L * length : first, limit)))
            {
                return UploadEnd.NoMemory;
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length, (int)Math.Min(buffer.Length, limit) - length), cancellation);
            if (read == 0)
            {
                return UploadEnd.Whole;
            }

            length += read;
        }

        return await stream.ReadAsync(new byte[1], cancellation) == 0 ? UploadEnd.Whole : UploadEnd.TooLarge;
    }

    public void Dispose()
    {
        Exchange([]);
        length = 0;
    }

    /// <summary>False where the memory of all uploads does not allow it.</summary>
    private bool Grow(int size)
    {
        // What the pool gives out for it: what is counted is what is held.
        var pooled = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(size, SmallestPooled));
        if (!memory.TryTake(pooled))
        {
            return false;
        }

        var larger = ArrayPool<byte>.Shared.Rent(pooled);
        Memory.Span.CopyTo(larger);
        Exchange(larger);
        return true;
    }

    private void Exchange(byte[] other)
    {
        var old = buffer;
        buffer = other;
        if (old.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(old, clearArray: true);
            memory.GiveBack(old.Length);
        }
    }
}
