using System.Text;
using System.Text.Json;

namespace Laminar.Engine.Tests;

/// <summary>
/// The shipped sample drafts and what is read in them. With LAMINAR_UPDATE_GOLDEN=1 the reports are written anew, to be
/// reviewed as a diff.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Drafts = Path.Combine(Shipped.Folder, "drafts");

    public static TheoryData<string> Names { get; } =
        [.. Directory.GetFiles(Drafts, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_draft_reads_as_its_golden_report_says(string name)
    {
        var draft = Draft.FromText(name + ".txt", File.ReadAllText(Path.Combine(Drafts, name + ".txt")));
        var report = GoldenReport.Of(draft, Assertions.AssertSound(draft));
        var golden = Path.Combine(Drafts, name + ".golden");
        if (Environment.GetEnvironmentVariable("LAMINAR_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, report);
        }

        Assert.Equal(File.Exists(golden) ? File.ReadAllText(golden).ReplaceLineEndings("\n") : string.Empty, report);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_writer_of_results_writes_what_the_serializer_writes(string name)
    {
        var result = Scanner.Scan(Draft.FromText(name + ".txt", File.ReadAllText(Path.Combine(Drafts, name + ".txt"))), Shipped.Pack, TestContext.Current.CancellationToken);

        Assert.Equal(JsonSerializer.Serialize(result, SerializedResult.Line), Written(result, indented: false));
        Assert.Equal(JsonSerializer.Serialize(result, SerializedResult.Indented), Written(result, indented: true));
    }

    [Fact]
    public void At_least_25_sample_drafts_ship_and_no_report_is_left_without_its_draft()
    {
        Assert.True(Names.Count >= 25);
        Assert.Equal(Names.Select(n => n.Data), Directory.GetFiles(Drafts, "*.golden").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));
    }

    private static string Written(ScanResult result, bool indented)
    {
        using var stream = new MemoryStream();
        ResultWriter.Write(stream, result, indented);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
