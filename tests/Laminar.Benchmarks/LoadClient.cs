using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Laminar.Benchmarks;

/// <summary>
/// Posts the same bytes over and over on a few kept connections and prints the requests a second. In a process of its own and as
/// thin as a client can be, so that what is measured is the server.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];
    private readonly byte[] request;

    public LoadClient(Uri address, byte[] body)
    {
        socket.Connect(address.Host, address.Port);
        request =
        [
            .. Encoding.ASCII.GetBytes($"POST {address.PathAndQuery} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: {body.Length}\r\n\r\n"),
            .. body,
        ];
    }

    public static int Run(Uri address, string file, int connections, int seconds)
    {
        var body = File.ReadAllBytes(file);
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        var counts = new int[connections];
        var threads = Enumerable.Range(0, connections).Select(index => new Thread(() => counts[index] = Repeat(address, body, until))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Console.WriteLine(counts.Sum() / seconds);
        return 0;
    }

    public void Dispose() => socket.Dispose();

    /// <summary>One request and its whole answer.</summary>
    public void Post()
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += socket.Send(request.AsSpan(sent));
        }

        var length = 0;
        do
        {
            var read = socket.Receive(buffer.AsSpan(length));
            length += read > 0 ? read : throw new IOException("The server closed the connection.");
        }
        while (!IsWhole(buffer.AsSpan(0, length)));
    }

    private static int Repeat(Uri address, byte[] body, long until)
    {
        using var client = new LoadClient(address, body);
        var count = 0;
        while (Stopwatch.GetTimestamp() < until)
        {
            client.Post();
            count++;
        }

        return count;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        if (!answer.StartsWith("HTTP/1.1 200"u8))
        {
            throw new IOException(Encoding.UTF8.GetString(answer));
        }

        var told = answer[..head].IndexOf("Content-Length: "u8);
        return told < 0
            ? answer.EndsWith(LastChunk)
            : Utf8Parser.TryParse(answer[(told + 16)..], out int length, out _) && answer.Length >= head + 4 + length;
    }
}
