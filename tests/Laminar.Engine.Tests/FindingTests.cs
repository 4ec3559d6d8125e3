using Laminar.Tests;

namespace Laminar.Engine.Tests;

/// <summary>What the contract asks of findings and their phrases, on drafts that leave much open.</summary>
public sealed class FindingTests
{
    /// <summary>Drafts of all kinds, and text that is hardly one.</summary>
    public static TheoryData<string> Texts { get; } =
    [
        FictionalDraft.Text,
        string.Join('\n', FictionalDraft.Paragraphs.Where(p => !p.StartsWith("DESCRIPTION", StringComparison.Ordinal))),
        "The cannula was docked on the left lamina and a laminotomy was made",
        "PROCEDURE PERFORMED: Percutaneous interlaminar laminotomy, left T8-T9.",
        "DESCRIPTION OF PROCEDURE: ",
        "",
        .. Directory.GetFiles(Path.Combine(Shipped.Folder, "drafts"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText),
    ];

    [Fact]
    public void A_finding_keeps_its_id_when_text_elsewhere_changes()
    {
        var before = Shipped.Scan(FictionalDraft.Text).Findings;
        var after = Shipped.Scan(string.Join('\n', FictionalDraft.Paragraphs
            .Select(p => p.StartsWith("The instruments were withdrawn", StringComparison.Ordinal) ? "Everything was taken out and a strip was put on the skin." : p)
            .Prepend("The weather was fine.").Append("She thanked the nurses."))).Findings;

        Assert.NotEmpty(before);
        Assert.Equal(before.Select(f => f.Id), after.Select(f => f.Id));
    }

    [Theory]
    [InlineData("name: Disc", "disc")]
    [InlineData("name: CT of the disc", "CT of the disc")]
    [InlineData("name: X-ray of the disc", "X-ray of the disc")]
    [InlineData("name: Smith disc\nquestion: Was the Smith disc removed?", "Smith disc")]
    [InlineData("name: Disc\nquestion: Was anything removed? Disc, or other tissue?", "disc")]
    public void A_group_names_what_is_open_in_small_letters_but_abbreviations_and_names(string written, string named)
    {
        string Renamed(string text) => string.Join('\n', text.Split('\n')
            .Where(l => !(l.StartsWith("question:", StringComparison.Ordinal) && written.Contains("question:", StringComparison.Ordinal)))
            .Select(l => l == "name: Disc" ? written : l));
        var pack = Pack.Compile(new PackSource([.. Shipped.Source.Files.Select(f => f.Path.EndsWith("adjunct.discectomy.yaml", StringComparison.Ordinal) ? f with { Text = Renamed(f.Text) } : f)]), examples: false);

        var findings = Scanner.Scan(Draft.FromText("draft.txt", "DESCRIPTION OF PROCEDURE:\nThe cannula was docked on the lamina and a laminotomy was made."), pack, TestContext.Current.CancellationToken).Findings;

        Assert.Equal($"Adjuncts: ligament, {named}, facet, foramen not stated", findings.Single(f => f.Element == "adjunct").Title);
    }

    [Fact]
    public void A_group_asks_for_what_is_open_alone()
    {
        var finding = Shipped.Scan("DESCRIPTION OF PROCEDURE:\nThe cannula was docked on the lamina and a laminotomy was made. The ligamentum flavum was resected, and no foraminotomy was performed.").Findings.Single(f => f.Element == "adjunct");

        Assert.Equal("Disc: {disc}. Facet: {facet}.", finding.Suggestion!.Text);
        Assert.Equal(["disc", "facet"], finding.Suggestion.Fields.Select(f => f.Name));
    }

    [Fact]
    public void The_fictional_draft_has_a_disagreement_of_sides_and_a_gap_in_guidance()
    {
        var findings = Shipped.Scan(FictionalDraft.Text).Findings;

        Assert.Contains(findings, f => f is { Element: "laterality", Kind: FindingKind.Conflict, Severity: Severity.Consistency });
        Assert.Contains(findings, f => f is { Element: "guidance", Kind: FindingKind.Missing, Severity: Severity.Required });
    }

    [Fact]
    public void A_conflict_quotes_both_sides()
    {
        var conflict = Shipped.Scan(FictionalDraft.Text).Findings.Single(f => f is { Element: "laterality", Kind: FindingKind.Conflict });

        Assert.Contains(conflict.Evidence, e => e.Text.Contains("left", StringComparison.OrdinalIgnoreCase) && e.Section == "heading");
        Assert.Contains(conflict.Evidence, e => e.Text.Contains("right", StringComparison.OrdinalIgnoreCase) && e.Section == "description");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_placement_is_the_end_of_a_sentence_or_of_its_paragraph(string text)
    {
        var draft = Draft.FromText("draft.txt", text);
        foreach (var place in Shipped.Scan(draft).Findings.Select(f => f.Placement).OfType<Placement>())
        {
            var paragraph = draft.Paragraphs[place.Paragraph].Text;
            var (before, after) = (paragraph[..place.Offset].TrimEnd(), paragraph[place.Offset..].TrimStart());
            Assert.True(after.Length == 0 || before.Length > 0 && before[^1] is '.' or '!' or '?' or ':' or ';' or ')' or '"', $"…{before[Math.Max(0, before.Length - 40)..]}|{after}");
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Evidence_is_the_paragraphs_own_text(string text) => Assertions.AssertSound(Draft.FromText("draft.txt", text));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_phrase_is_open_and_its_options_let_everybody_answer(string text)
    {
        foreach (var finding in Shipped.Scan(text).Findings.Where(f => f.Suggestion is not null))
        {
            Assert.NotEmpty(finding.Suggestion!.Fields);
            foreach (var field in finding.Suggestion.Fields)
            {
                Assert.Contains("{" + field.Name + "}", finding.Suggestion.Text, StringComparison.Ordinal);
                Assert.Contains("other", field.Options);
                Assert.Contains("unable to state", field.Options);
                Assert.True(field.Options.Any(o => o.StartsWith("none", StringComparison.Ordinal) || o.StartsWith("not ", StringComparison.Ordinal)), finding.Title);
                Assert.True(field.Value is null == field.Source is null, "A value comes with its source.");
            }
        }
    }

    [Fact]
    public void Guidance_goes_behind_the_sentence_with_the_first_instrument()
    {
        var place = Shipped.Scan(FictionalDraft.Text).Findings.Single(f => f.Element == "guidance").Placement!;

        Assert.Equal(5, place.Paragraph);
        Assert.Equal(FictionalDraft.Paragraphs[5].Length, place.Offset);
        Assert.Equal("description", place.Section);
    }

    [Fact]
    public void In_a_draft_without_a_description_the_phrase_goes_to_the_end_of_the_body()
    {
        var place = Shipped.Scan("A cannula was advanced onto the lamina. A laminotomy was made at C5-C6 on the left. The skin was closed.\n\nPLAN: Home tomorrow.")
            .Findings.First(f => f.Element == "imaging.preoperative").Placement!;

        Assert.Equal(0, place.Paragraph);
    }
}
