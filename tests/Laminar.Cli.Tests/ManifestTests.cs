using Laminar.Tests;

namespace Laminar.Cli.Tests;

/// <summary><c>laminar manifest</c>: the repository's manifest for another host.</summary>
public sealed class ManifestTests : IDisposable
{
    private const string Local = "https://localhost:5443";

    private readonly Command laminar = new();

    public void Dispose() => laminar.Dispose();

    [Theory]
    [InlineData("https://laminar.example.org", "https://laminar.example.org")]
    [InlineData("https://laminar.example.org/", "https://laminar.example.org")]
    [InlineData("https://LAMINAR.example.org:443", "https://laminar.example.org")]
    [InlineData("https://laminar.example.org:8443", "https://laminar.example.org:8443")]
    [InlineData("https://bücher.example.org", "https://xn--bcher-kva.example.org")]
    [InlineData("https://10.0.0.7", "https://10.0.0.7")]
    [InlineData(Local, Local)]
    public async Task Every_address_is_on_the_host_and_all_else_is_as_it_was(string said, string host)
    {
        var ended = await laminar.RunAsync("manifest", "--host", said);

        Assert.Equal((0, ""), (ended.Exit, ended.Errors));
        Assert.Equal(ManifestFiles.Manifest.Replace(Local, host, StringComparison.Ordinal), ended.Output);
        Assert.Empty(ManifestRules.Check(ended.Output, ManifestFiles.At));
        Assert.True(host == Local || !ended.Output.Contains("localhost", StringComparison.OrdinalIgnoreCase), "It still names localhost.");
    }

    [Theory]
    [InlineData("-o", "made.xml")]
    [InlineData("--output=made.xml")]
    public async Task It_is_written_to_a_file(params string[] output)
    {
        var printed = await laminar.RunAsync("manifest", "--host=https://laminar.example.org");

        var ended = await laminar.RunAsync(["manifest", "--host=https://laminar.example.org", .. output]);

        Assert.Equal((0, "", ""), (ended.Exit, ended.Output, ended.Errors));
        Assert.Equal(printed.Output, System.Text.Encoding.UTF8.GetString(laminar.Read("made.xml")));
    }
}
