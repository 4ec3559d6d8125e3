using System.Net;
using System.Net.Sockets;

namespace Laminar.Web.Tests;

/// <summary>Where the server does not start, and what it says then: one sentence, and no more.</summary>
public sealed class StartRefusalTests
{
    private const string Loopback = "--urls=http://127.0.0.1:0";

    [Theory]
    [InlineData(null)]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Development")]
    public async Task Without_sign_in_it_starts_only_where_it_is_told_that_it_serves_one_user(string? environment) =>
        Assert.Contains("ASPNETCORE_ENVIRONMENT=Local", await RefusedAsync([new("ASPNETCORE_ENVIRONMENT", environment)], Loopback), StringComparison.Ordinal);

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://*:0")]
    [InlineData("--urls=http://+:0")]
    [InlineData("--urls=http://[::]:0")]
    [InlineData("--urls=http://192.0.2.7:5080")]
    [InlineData("--urls=http://laminar.example.org:5080")]
    [InlineData("--urls=http://localhost.example.org:5080")]
    [InlineData("--urls=http://127.0.0.1:0;http://224.0.0.1:0")]
    [InlineData("--http_ports=5080")]
    [InlineData("--https_ports=5443")]
    [InlineData("--Kestrel:Endpoints:Ward:Url=http://*:5080")]
    [InlineData("--Kestrel:Endpoints:Ward:Url=http://127.0.0.1:0", "--Kestrel:Endpoints:All:Url=https://10.0.0.1:5443")]
    public async Task Without_sign_in_it_listens_where_nobody_else_can_reach_it_or_not_at_all(params string[] arguments) =>
        Assert.Contains("is open to others", await RefusedAsync([], arguments), StringComparison.Ordinal);

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://*:5080")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8080")]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://0.0.0.0:5080")]
    public async Task The_same_goes_for_addresses_out_of_the_environment(string variable, string value) =>
        Assert.Contains("is open to others", await RefusedAsync([new(variable, value)]), StringComparison.Ordinal);

    [Theory]
    [InlineData("AzureAd:ClientId", "--AzureAd:TenantId=7d9f3a52-6a1e-4b0c-9d7e-2f4c1b8a0e11")]
    [InlineData("AzureAd:TenantId", "--AzureAd:ClientId=c1f0a8d4-93b7-4e52-8a66-5b7d20e4f9aa")]
    [InlineData("AzureAd:TenantId", "--AzureAd:ClientId=c1f0a8d4-93b7-4e52-8a66-5b7d20e4f9aa", "--AzureAd:TenantId=common")]
    [InlineData("AzureAd:TenantId", "--AzureAd:ClientId=c1f0a8d4-93b7-4e52-8a66-5b7d20e4f9aa", "--AzureAd:TenantId=Organizations")]
    [InlineData("AzureAd:Instance", "--AzureAd:ClientId=c1f0a8d4-93b7-4e52-8a66-5b7d20e4f9aa", "--AzureAd:TenantId=7d9f3a52-6a1e-4b0c-9d7e-2f4c1b8a0e11", "--AzureAd:Instance=http://localhost:1/")]
    public async Task Half_of_a_sign_in_is_none(string lacking, params string[] arguments) =>
        Assert.Contains($"The setting {lacking} ", await RefusedAsync([], [Loopback, .. arguments]), StringComparison.Ordinal);

    [Theory]
    [InlineData("Limits:UploadBytes", "0")]
    [InlineData("Limits:UploadMemoryBytes", "100000000")]
    [InlineData("Limits:ScanTime", "-00:00:01")]
    [InlineData("Limits:ConcurrentDrafts", "many")]
    [InlineData("Limits:UplaodBytes", "1000")]
    [InlineData("Telemetry:MetricsPort", "http")]
    [InlineData("Archive:Workers", "all")]
    [InlineData("Packs:News", "a week")]
    [InlineData("DataProtection:Certificate", "/nowhere/laminar.pfx")]
    [InlineData("DataProtection:Certificate", "/etc/hostname")]
    public async Task A_setting_that_can_not_be_is_named(string name, string value) =>
        Assert.Contains(name, await RefusedAsync([], Loopback, $"--{name}={value}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.2:0")]
    [InlineData("http://[::1]:0")]
    public async Task What_is_this_machine_s_own_is_served_and_it_says_once_that_nobody_signs_in(string address)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 || !address.Contains("::1", StringComparison.Ordinal), "This machine has no such address.");
        WebServer server;
        try
        {
            // Kestrel gives no free port under the name.
            server = await WebServer.StartAsItIsAsync($"--urls={address.Replace("localhost:0", $"localhost:{FreePort()}", StringComparison.Ordinal)}");
        }
        catch (InvalidOperationException none) when (none.Message.Contains("Cannot assign requested address", StringComparison.Ordinal))
        {
            Assert.Skip("This machine has no such address.");
            return;
        }

        await using (server)
        {
            Assert.Equal("alive", await server.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken));
            Assert.Single(server.Output.Split('\n'), line => line.Contains("one local user without sign-in", StringComparison.Ordinal));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>What it says; it has to end with 1, and to say one line.</summary>
    private static async Task<string> RefusedAsync(IEnumerable<KeyValuePair<string, string?>> environment, params string[] arguments)
    {
        var (code, output) = await WebServer.RunAsync(environment, arguments);
        Assert.Equal(1, code);
        var line = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.EndsWith(".", line.Trim(), StringComparison.Ordinal);
        return line;
    }
}
