using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Files that name parts, pictures, templates, entities at an address: nobody ever asks there.</summary>
public sealed class NothingFetchedTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData(Requests.Scans)]
    [InlineData(Requests.Annotated)]
    [InlineData(Requests.Cleared)]
    [InlineData(Requests.Finalized)]
    [InlineData(Requests.Lint)]
    public async Task Nothing_outside_a_file_is_ever_fetched(string endpoint)
    {
        using var outside = new TcpListener(IPAddress.Loopback, 0);
        outside.Start();
        foreach (var file in HostileFiles.OutsideOf($"http://{outside.LocalEndpoint}"))
        {
            var answer = await server.Client.SendDraftAsync(endpoint, file.Make());
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{file.What}: {answer.StatusCode}");
            if ((endpoint == Requests.Scans ? file.Read : file.Opened) is { } code && endpoint is Requests.Scans or Requests.Annotated)
            {
                using var problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
                Assert.Contains(code, problem.RootElement.GetRawText(), StringComparison.Ordinal);
            }
        }

        Assert.False(outside.Pending());
    }
}
