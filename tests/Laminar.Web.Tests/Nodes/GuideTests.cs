using System.Reflection;
using System.Text.RegularExpressions;
using Laminar.Web.Tests.Operation;

namespace Laminar.Web.Tests.Nodes;

/// <summary>What the operator's guide says is what was tried.</summary>
public sealed partial class GuideTests
{
    private static readonly string Program = Path.Combine(Guide.Repository, "src/Laminar.Web");

    [Fact]
    public void The_guide_quotes_the_configuration_behind_which_nodes_were_killed() =>
        Assert.Contains($"```nginx\n{Nginx.Configuration}```", Guide.Text, StringComparison.Ordinal);

    [Fact]
    public void Each_fault_of_the_guide_says_what_is_lost_and_names_tests_that_provoke_it()
    {
        var tests = typeof(GuideTests).Assembly.GetTypes().SelectMany(static type => type.GetMethods())
            .Where(static method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(static method => $"{method.DeclaringType!.Name}.{method.Name}").ToHashSet();
        var faults = Guide.Rows("## When something fails");

        Assert.True(faults.Count >= 25, $"These are {faults.Count} faults.");
        Assert.All(faults, fault =>
        {
            Assert.Equal(4, fault.Length);
            Assert.All(fault, static cell => Assert.NotEqual("", cell));
            var named = Quoted().Matches(fault[3]).Select(static test => test.Groups[1].Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, test => Assert.Contains(test, tests));
        });
    }

    [Fact]
    public void The_guide_lists_each_line_of_the_log_by_its_number()
    {
        var written = Sources().SelectMany(static source => LogLine().Matches(source)).Select(static line => $"{line.Groups[1].Value} {line.Groups[2].Value}");
        var listed = Guide.Rows("## What is logged").Select(static row => $"{row[0]} {row[1]}");

        Assert.Equal(written.Order(), listed.Order());
    }

    [Fact]
    public void The_guide_lists_each_limit()
    {
        var limits = Setting().Matches(File.ReadAllText(Path.Combine(Program, "Hosting/Limits.cs"))).Select(static limit => $"`Limits:{limit.Groups[1].Value}`");
        var listed = Guide.Rows("## Limits").Select(static row => row[0]).Where(static name => name.StartsWith("`Limits:", StringComparison.Ordinal));

        Assert.Equal(limits.Order(), listed.Order());
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateDirectories(Program)
        .Where(static folder => Path.GetFileName(folder) is not ("bin" or "obj"))
        .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText);

    [GeneratedRegex(@"`(\w+\.\w+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"LoggerMessage\(EventId = (\d+), Level = LogLevel\.(\w+)")]
    private static partial Regex LogLine();

    [GeneratedRegex(@"public \S+ (\w+) \{ get; init; \}")]
    private static partial Regex Setting();
}
