using System.Text.Json;

namespace Laminar.Cli.Tests;

/// <summary><c>laminar template new</c> and <c>laminar template lint</c>.</summary>
public sealed class TemplateTests : IDisposable
{
    private const string Pack = "percutaneous-interlaminar-decompression";
    private const string HardCoded = "DESCRIPTION OF PROCEDURE:\nThe cannula was advanced under fluoroscopic guidance at left C5-6.\n";

    private readonly Command laminar = new();

    public void Dispose() => laminar.Dispose();

    public static TheoryData<string, string> Notes { get; } =
        [.. Directory.GetFiles(Command.Templates, "note.yaml", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)).SelectMany(p => new[] { (p, ".dotx"), (p, ".docx") })];

    [Theory]
    [MemberData(nameof(Notes))]
    public async Task The_shipped_notes_are_what_the_command_makes(string pack, string kind)
    {
        var ended = await laminar.RunAsync("template", "new", "--pack", pack, "-o", "note" + kind);

        Assert.Equal((0, "", ""), (ended.Exit, ended.Output, ended.Errors));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Command.Templates, pack, "standard-note" + kind)), laminar.Read("note" + kind));
    }

    [Theory]
    [InlineData("note.dotx")]
    [InlineData("note.docx")]
    public async Task What_the_command_makes_lints_clean_and_scans_as_open(string note)
    {
        await laminar.RunAsync("template", "new", "-o", note);

        var lint = await laminar.RunAsync("template", "lint", note);
        var scan = await laminar.RunAsync("scan", note);

        Assert.Equal((0, ""), (lint.Exit, lint.Errors));
        Assert.Contains("27 of 27 elements covered", lint.Output, StringComparison.Ordinal);
        Assert.Equal(1, scan.Exit);
        Assert.Contains("a blank is not filled in", scan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hard_coded_facts_are_shown_with_their_place_and_the_field_to_put_there()
    {
        laminar.Write("note.txt", HardCoded);

        var ended = await laminar.RunAsync("template", "lint", "note.txt");

        Assert.Equal((1, ""), (ended.Exit, ended.Errors));
        foreach (var named in new[] { "Image guidance: a fact of one patient", "Level: a fact of one patient", "Side: a fact of one patient", "laminar:guidance", "^^^^^^^^^^^^^^^^^^^^^", "Without a field" })
        {
            Assert.Contains(named, ended.Output, StringComparison.Ordinal);
        }

        Assert.All(ended.Lines, line => Assert.True(line.Length <= 90, line));
    }

    [Fact]
    public async Task Json_names_the_rules_and_places()
    {
        laminar.Write("note.txt", HardCoded);

        var ended = await laminar.RunAsync("template", "lint", "--format=json", "note.txt", "--pack", Pack);

        Assert.Equal(1, ended.Exit);
        using var json = JsonDocument.Parse(ended.Output);
        Assert.Equal(Pack, json.RootElement.GetProperty("pack").GetProperty("id").GetString());
        var level = json.RootElement.GetProperty("findings").EnumerateArray().First(f => f.GetProperty("element").GetString() == "levels");
        Assert.Equal("hard-coded-fact", level.GetProperty("rule").GetString());
        Assert.Equal("C5-6", level.GetProperty("place").GetProperty("text").GetString());
        Assert.Equal("laminar:levels", level.GetProperty("field").GetProperty("tag").GetString());
    }

    [Theory]
    [InlineData("Say what to do with the standard note", "template")]
    [InlineData("Say what to do with the standard note", "template", "mend")]
    [InlineData("Say which file to write", "template", "new")]
    [InlineData("end the name after -o so", "template", "new", "-o", "note.txt")]
    [InlineData("takes --pack and -o alone", "template", "new", "note.dotx")]
    [InlineData("There is no pack \"x\"", "template", "new", "--pack", "x", "-o", "note.dotx")]
    [InlineData("Name the standard note", "template", "lint")]
    [InlineData("There is no such file", "template", "lint", "gone.dotx")]
    [InlineData("no format \"yaml\"", "template", "lint", "x.dotx", "--format", "yaml")]
    [InlineData("one standard note at a time", "template", "lint", "x.dotx", "y.dotx")]
    [InlineData("no option --fix", "template", "lint", "--fix", "x.dotx")]
    public async Task What_is_asked_wrongly_is_refused_in_a_sentence(string sentence, params string[] arguments)
    {
        var ended = await laminar.RunAsync(arguments);

        Assert.Equal((2, ""), (ended.Exit, ended.Output));
        Assert.Contains(sentence, ended.Errors, StringComparison.Ordinal);
        Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
