using System.Net.Http.Headers;

namespace Laminar.Web.Tests;

/// <summary>A directory and a server that lets people in from there.</summary>
public sealed class SignedInServer : IAsyncLifetime
{
    private WebServer? server;

    public TestDirectory Directory { get; } = new();

    public WebServer Server => server!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the machine's own list of authorities would be touched.");
        await Directory.InitializeAsync();
        server = await Directory.StartServerAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        await Directory.DisposeAsync();
    }

    /// <summary>Sends whatever it sends as somebody.</summary>
    public HttpClient ClientOf(Account account) => new()
    {
        BaseAddress = Server.Client.BaseAddress,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Directory.TokenOf(account)) },
    };

    /// <summary>Sends a request with a token, or without.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? token, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
