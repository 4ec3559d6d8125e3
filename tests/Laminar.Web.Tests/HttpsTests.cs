using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Https for Word on localhost: where a development certificate exists, and without a fuss where none does.</summary>
public sealed class HttpsTests : IDisposable
{
    private const string Mark = "1.3.6.1.4.1.311.84.1.1";
    private const string Https = "https://localhost:5443";
    private const string Without = "Without https";

    /// <summary>A user's folder of its own; elsewhere than on Linux certificates are not kept in it.</summary>
    private readonly string home = Directory.CreateTempSubdirectory("laminar-home-").FullName;

    public HttpsTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "The user's certificates would be touched.");

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public async Task With_a_development_certificate_it_serves_https_beside_http()
    {
        await MakeCertificateAsync();

        await using var server = await StartAsync();

        using var trusting = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate!.Extensions[Mark] is not null };
        using var word = new HttpClient(trusting);
        Assert.Equal("alive", await word.GetStringAsync(new Uri($"{Https}/health/live"), TestContext.Current.CancellationToken));
        Assert.Equal("alive", await server.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Single(Lines(server, $"For Word's add-ins: {Https}"));
        Assert.Contains($"{Https}/pane", ManifestFiles.Manifest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_one_it_serves_http_alone_and_says_so_in_one_line()
    {
        await using var server = await StartAsync();

        Assert.Equal("alive", await server.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Single(Lines(server, Without));
        Assert.DoesNotContain(Https, server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("somebody else's")]
    [InlineData("damaged")]
    public async Task A_certificate_that_will_not_do_is_as_good_as_none(string kind)
    {
        Keep(kind);

        await using var server = await StartAsync();

        Assert.Single(Lines(server, Without));
    }

    [Fact]
    public async Task Where_the_address_is_configured_nothing_is_added_to_it()
    {
        await MakeCertificateAsync();

        await using var server = await WebServer.StartAtHomeAsync(home, "--urls=http://127.0.0.1:0");

        Assert.DoesNotContain(Https, server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Without, server.Output, StringComparison.Ordinal);
    }

    /// <summary>The ports are fixed, and another copy's tests may have them for a moment.</summary>
    private async Task<WebServer> StartAsync()
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                return await WebServer.StartAtHomeAsync(home);
            }
            catch (InvalidOperationException taken) when (watch.Elapsed < TimeSpan.FromSeconds(60) && taken.Message.Contains("address already in use", StringComparison.Ordinal))
            {
                await Task.Delay(500, TestContext.Current.CancellationToken);
            }
        }
    }

    private static IEnumerable<string> Lines(WebServer server, string words) =>
        server.Output.Split('\n').Where(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>As manifest/README.md says to, but for the trust, which asks.</summary>
    private async Task MakeCertificateAsync()
    {
        using var tool = Process.Start(new ProcessStartInfo("dotnet", ["dev-certs", "https", "--quiet"])
        {
            RedirectStandardOutput = true,
            Environment = { ["HOME"] = home, ["DOTNET_CLI_HOME"] = home, ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false" },
        })!;
        await tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, tool.ExitCode);
    }

    private void Keep(string kind)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (kind != "somebody else's")
        {
            request.CertificateExtensions.Add(new X509Extension(Mark, [2], critical: false));
        }

        var end = DateTimeOffset.UtcNow.AddDays(kind == "expired" ? -1 : 30);
        using var certificate = request.CreateSelfSigned(end.AddDays(-60), end);
        var store = Directory.CreateDirectory(Path.Combine(home, ".dotnet", "corefx", "cryptography", "x509stores", "my"));
        byte[] bytes = kind == "damaged" ? [1, 2, 3] : certificate.Export(X509ContentType.Pfx);
        File.WriteAllBytes(Path.Combine(store.FullName, $"{certificate.Thumbprint}.pfx"), bytes);
    }
}
