using System.Diagnostics;

namespace Laminar.Web.Tests;

/// <summary>The browser's code says by its comments what it takes and gives; the compiler of TypeScript holds it to that.</summary>
public sealed class TypeTests
{
    [Fact]
    public async Task The_browser_s_code_and_the_fake_Word_keep_to_their_types()
    {
        var compiler = Path.Combine(NodeTools.Folder, "typescript", "bin", "tsc");
        Assert.True(File.Exists(compiler), $"{compiler} is missing; tests/run.sh restores it (npm ci in tests/types).");
        using var tsc = Process.Start(new ProcessStartInfo("node", [compiler, "--project", Path.Combine(NodeTools.Folder, "..")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        var output = tsc.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await tsc.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tsc.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(tsc.ExitCode == 0, await output + errors);
    }
}
