using System.Net;
using System.Net.Http.Headers;

namespace Laminar.Web.Tests;

/// <summary>A directory that is away, and comes back.</summary>
public sealed class DirectoryTests
{
    [Fact]
    public async Task Where_the_directory_is_away_nobody_is_told_to_sign_in_again_and_who_runs_the_server_reads_why()
    {
        var nowhere = new TestDirectory();
        var home = Directory.CreateTempSubdirectory("laminar-home-");
        await using var server = await WebServer.StartInAsync([new("ASPNETCORE_ENVIRONMENT", null), new("HOME", home.FullName)],
            "--urls=http://127.0.0.1:0", "--AzureAd:Instance=https://localhost:1/", $"--AzureAd:TenantId={TestDirectory.Tenant}", $"--AzureAd:ClientId={TestDirectory.Client}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/me", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", nowhere.TokenOf(new Account("Dr. A. Name", "Surgeon")));

        var answer = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await answer.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "directory");
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        Assert.Single(server.Output.Split('\n'), static line => line.Contains("nobody is let in", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        // No keys for cookies that there are not.
        Assert.Empty(home.GetFileSystemInfos());
        Assert.DoesNotContain("DataProtection", server.Output, StringComparison.Ordinal);
        home.Delete(recursive: true);
    }
}
