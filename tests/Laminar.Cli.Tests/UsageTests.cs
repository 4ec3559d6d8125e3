namespace Laminar.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly Command laminar = new();

    public void Dispose() => laminar.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("scan", "--help")]
    [InlineData("annotate", "--help")]
    [InlineData("apply", "-h")]
    [InlineData("clear", "x.docx", "--help")]
    [InlineData("finalize", "--help")]
    [InlineData("pack", "test", "--help")]
    [InlineData("manifest", "--help")]
    [InlineData("audit", "--help")]
    [InlineData("template", "--help")]
    [InlineData("template", "new", "--help")]
    [InlineData("template", "lint", "-h")]
    [InlineData("audit", "verify", "--help")]
    [InlineData]
    public async Task Help_is_printed_and_is_no_error(params string[] arguments)
    {
        var ended = await laminar.RunAsync(arguments);

        Assert.Equal(0, ended.Exit);
        Assert.Contains("laminar ", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Exit code", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_fits_a_terminal_and_names_every_command()
    {
        var ended = await laminar.RunAsync("--help");

        Assert.All(ended.Lines, line => Assert.True(line.Length <= 120, line));
        Assert.All("scan annotate apply clear finalize template pack audit manifest".Split(' '), command => Assert.Contains($"laminar {command} ", ended.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_a_line()
    {
        var ended = await laminar.RunAsync("--version");

        Assert.Equal(0, ended.Exit);
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", ended.Output);
    }

    [Theory]
    [InlineData("scam")]
    [InlineData("scan")]
    [InlineData("scan", "--colour", "x.docx")]
    [InlineData("scan", "x.docx", "--format")]
    [InlineData("scan", "x.docx", "--format", "yaml")]
    [InlineData("scan", "x.docx", "--pack", "nothing-like-it")]
    [InlineData("annotate")]
    [InlineData("annotate", "x.docx")]
    [InlineData("annotate", "x.docx", "y.docx", "-o", "z.docx")]
    [InlineData("annotate", "x.docx", "-o")]
    [InlineData("annotate", "x.docx", "-o", "")]
    [InlineData("annotate", "x.docx", "-o", "y.docx", "--in-place")]
    [InlineData("annotate", "x.docx", "-o", "y.docx", "--as", "poems")]
    [InlineData("annotate", "x.docx", "-o", "y.docx", "--answers", "z.json")]
    [InlineData("annotate", "nowhere.docx", "-o", "y.docx")]
    [InlineData("annotate", ".", "-o", "y.docx")]
    [InlineData("apply", "x.docx", "-o", "y.docx")]
    [InlineData("clear", "x.docx", "-o", "y.docx", "--pack", "z")]
    [InlineData("finalize", "x.docx", "--in-place=yes")]
    [InlineData("pack")]
    [InlineData("pack", "test")]
    [InlineData("pack", "test", ".")]
    [InlineData("pack", "test", ".", "--covrage")]
    [InlineData("audit")]
    [InlineData("audit", "nowhere")]
    [InlineData("audit", ".", "..")]
    [InlineData("audit", ".", "--jobs", "0")]
    [InlineData("audit", ".", "--anew")]
    [InlineData("audit", ".", "--out", "")]
    [InlineData("audit", ".", "--out", "nowhere/results.jsonl")]
    [InlineData("audit", ".", "--out", ".")]
    [InlineData("audit", ".", "--summary", "summary.pdf")]
    [InlineData("audit", ".", "--pack", "nothing-like-it")]
    [InlineData("manifest")]
    [InlineData("manifest", "--host")]
    [InlineData("manifest", "--host", "laminar.example.org")]
    [InlineData("manifest", "--host", "http://laminar.example.org")]
    [InlineData("manifest", "--host", "https://laminar.example.org/pane")]
    [InlineData("manifest", "--host", "https://someone@laminar.example.org")]
    [InlineData("manifest", "--host", "https://*.example.org")]
    [InlineData("manifest", "--host", "https://laminar.example.org", "-o", "")]
    [InlineData("manifest", "--host", "https://laminar.example.org", "-o", "nowhere/manifest.xml")]
    [InlineData("manifest", "https://laminar.example.org")]
    public async Task What_cannot_be_followed_is_one_sentence_on_standard_error_and_exit_two(params string[] arguments)
    {
        var ended = await laminar.RunAsync(arguments);

        Assert.Equal(2, ended.Exit);
        Assert.Empty(ended.Output);
        Assert.StartsWith("laminar: ", ended.Errors, StringComparison.Ordinal);
        Assert.EndsWith(".", ended.Errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Single(ended.Errors.TrimEnd().Split('\n'));
    }
}
