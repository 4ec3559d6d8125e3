using System.Text;
using System.Text.Json;

namespace Laminar.Engine.Tests;

/// <summary>
/// The shipped sample drafts and what is read in them. With LAMINAR_UPDATE_GOLDEN=1 the reports are written anew, to be
/// reviewed as a diff.
/// </summary>
public sealed class GoldenTests
{
    /// <summary>Pack and name of each.</summary>
    public static TheoryData<string, string> Samples { get; } = [.. Shipped.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_draft_reads_as_its_golden_report_says(string pack, string name)
    {
        var draft = Shipped.Sample(pack, name);
        var report = GoldenReport.Of(draft, Assertions.AssertSound(draft, Compiled(pack)));
        var golden = Path.Combine(Drafts(pack), name + ".golden");
        if (Environment.GetEnvironmentVariable("LAMINAR_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, report);
        }

        Assert.Equal(File.Exists(golden) ? File.ReadAllText(golden).ReplaceLineEndings("\n") : string.Empty, report);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_writer_of_results_writes_what_the_serializer_writes(string pack, string name)
    {
        var result = Scanner.Scan(Shipped.Sample(pack, name), Compiled(pack), TestContext.Current.CancellationToken);

        Assert.Equal(JsonSerializer.Serialize(result, SerializedResult.Line), Written(result, indented: false));
        Assert.Equal(JsonSerializer.Serialize(result, SerializedResult.Indented), Written(result, indented: true));
    }

    [Fact]
    public void At_least_25_drafts_ship_with_the_first_pack_and_six_with_each()
    {
        Assert.True(Shipped.Samples.Count(s => s.Pack == Shipped.Pack.Id) >= 25);
        Assert.All(Shipped.Packs, pack => Assert.True(Shipped.Samples.Count(s => s.Pack == pack.Id) >= 6));
    }

    [Fact]
    public void No_two_samples_have_the_same_name()
        => Assert.Equal(Shipped.Samples.Count(), Shipped.Samples.Select(s => s.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void No_report_is_left_without_its_draft()
        => Assert.All(Shipped.Packs, pack => Assert.Equal(
            Shipped.Samples.Where(s => s.Pack == pack.Id).Select(s => s.Name),
            Directory.GetFiles(Drafts(pack.Id), "*.golden").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)));

    private static string Drafts(string pack) => Path.Combine(Shipped.Templates, pack, "drafts");

    private static Pack Compiled(string id) => Shipped.Packs.Single(p => p.Id == id);

    private static string Written(ScanResult result, bool indented)
    {
        using var stream = new MemoryStream();
        ResultWriter.Write(stream, result, indented);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
