using System.Buffers;

namespace Laminar.Web;

/// <summary>Bytes of an upload in a borrowed buffer that is wiped when it is given back.</summary>
internal sealed class PooledBytes : IDisposable
{
    private const int FirstGuess = 64 * 1024;

    // An announced length is a claim: memory grows with what comes, not with what is said.
    private const int FirstMost = 1024 * 1024;

    private byte[] buffer;
    private int length;

    private PooledBytes(int size) => buffer = ArrayPool<byte>.Shared.Rent(size);

    public ReadOnlyMemory<byte> Memory => buffer.AsMemory(0, length);

    /// <summary>Reads a stream to its end; null where it holds more than <paramref name="limit"/> bytes.</summary>
    /// <param name="told">How many bytes the sender announced, if it did.</param>
    public static async ValueTask<PooledBytes?> ReadAsync(Stream stream, long? told, long limit, CancellationToken cancellation)
    {
        // One more than announced, so that the read that finds the end needs no larger buffer.
        var bytes = new PooledBytes((int)Math.Min(Math.Min(told + 1 ?? FirstGuess, FirstMost), limit + 1));
        try
        {
            while (await stream.ReadAsync(bytes.Free(), cancellation) is > 0 and var read)
            {
                bytes.length += read;
                if (bytes.length > limit)
                {
                    bytes.Dispose();
                    return null;
                }
            }

            return bytes;
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        buffer = [];
        length = 0;
    }

    private Memory<byte> Free()
    {
        if (length == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            buffer = larger;
        }

        return buffer.AsMemory(length);
    }
}
