using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Laminar.Web.Tests.Operation;

/// <summary>Takes whatever is sent to it by OTLP over HTTP, as it was sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = [];
    private readonly Task listening;

    public Collector()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        listening = ListenAsync();
    }

    public Uri Address { get; }

    /// <summary>All that came by a path, one after the other; the names and values in it are plain text.</summary>
    public string Of(string path) => Encoding.Latin1.GetString([.. received.Where(one => one.Path == path).SelectMany(static one => one.Body)]);

    public byte[] All => [.. received.SelectMany(static one => one.Body)];

    public static int FreePort()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await listening;
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            try
            {
                var context = await listener.GetContextAsync();
                var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
