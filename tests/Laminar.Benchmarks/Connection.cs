using System.Buffers.Text;
using System.Net.Sockets;

namespace Laminar.Benchmarks;

/// <summary>One connection that is kept, as thin as a client can be: what it takes of the processors is not the server's.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[64 * 1024];

    public Connection(Uri server) => socket.Connect(server.Host, server.Port);

    private static ReadOnlySpan<byte> Start => "HTTP/1.1 "u8;

    private static ReadOnlySpan<byte> Length => "Content-Length: "u8;

    private static ReadOnlySpan<byte> LastChunk => "\r\n0\r\n\r\n"u8;

    /// <summary>Sends a request and receives its whole answer.</summary>
    /// <param name="request">Its head and its body.</param>
    /// <returns>The answer's status.</returns>
    /// <exception cref="IOException">The server closed the connection in the middle.</exception>
    public int Exchange(IList<ArraySegment<byte>> request)
    {
        socket.Send(request);
        var (end, came) = ReceiveHead();
        var head = buffer.AsSpan(0, end);
        if (!head.StartsWith(Start) || !Utf8Parser.TryParse(head[Start.Length..], out int status, out _))
        {
            throw new IOException("The server did not answer in HTTP.");
        }

        if (head.IndexOf("Transfer-Encoding: chunked"u8) >= 0)
        {
            SkipToLastChunk(came);
        }
        else if (LengthIn(head) is { } told)
        {
            Skip(end + told - came);
        }

        return status;
    }

    /// <summary>Sends something and is gone, without a farewell.</summary>
    public void SendAndLeave(ReadOnlySpan<byte> some)
    {
        socket.Send(some);
        socket.Close(timeout: 0);
    }

    public void Dispose() => socket.Dispose();

    private static int? LengthIn(ReadOnlySpan<byte> head) =>
        head.IndexOf(Length) is >= 0 and var at && Utf8Parser.TryParse(head[(at + Length.Length)..], out int length, out _) ? length : null;

    /// <returns>Where the head ends, and how much has come with it.</returns>
    private (int End, int Came) ReceiveHead()
    {
        for (var came = 0; ;)
        {
            came += Receive(buffer.AsSpan(came));
            if (buffer.AsSpan(0, came).IndexOf("\r\n\r\n"u8) is >= 0 and var at)
            {
                return (at + 4, came);
            }
        }
    }

    private void Skip(int left)
    {
        while (left > 0)
        {
            left -= Receive(buffer);
        }
    }

    /// <summary>The last chunk may come in pieces: the end of what came before stays in front of what comes.</summary>
    private void SkipToLastChunk(int came)
    {
        while (!buffer.AsSpan(0, came).EndsWith(LastChunk))
        {
            buffer.AsSpan(came - LastChunk.Length, LastChunk.Length).CopyTo(buffer);
            came = LastChunk.Length + Receive(buffer.AsSpan(LastChunk.Length));
        }
    }

    private int Receive(Span<byte> space) => socket.Receive(space) is > 0 and var read ? read : throw new IOException("The server closed the connection.");
}
