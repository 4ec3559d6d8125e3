namespace Laminar.Engine.Tests;

/// <summary>What a pack shows of its elements: to whoever writes a standard note, and to hosts that list what will be asked.</summary>
public sealed class PackOutlineTests
{
    [Fact]
    public void The_outline_holds_the_elements_of_a_result_in_its_order()
        => Assert.Equal(Shipped.Scan("A note.").Elements.Select(e => (e.Id, e.Name)), Shipped.Pack.Outline.Select(e => (e.Id, e.Name)));

    [Fact]
    public void What_one_patient_alone_makes_true_is_marked()
        => Assert.Equal(["procedure", "route", "access", "visualization", "region"], Shipped.Pack.Outline.Where(e => !e.Patient).Select(e => e.Id));

    [Fact]
    public void Phrase_and_fields_are_those_of_a_finding_of_something_missing()
    {
        var alone = Shipped.Pack.Outline.Where(e => e.Phrase is not null && !e.Id.StartsWith("adjunct.", StringComparison.Ordinal)).ToList();
        var compared = 0;
        foreach (var element in alone)
        {
            var finding = OpenDraft.Scan(OpenDraft.Without(element.Id)).Findings.FirstOrDefault(f => f.Element == element.Id && f.Kind == FindingKind.Missing);
            if (finding is not null)
            {
                compared++;
                Assert.Equal((element.Severity, element.Question, element.Phrase), (finding.Severity, finding.Question, finding.Suggestion!.Text));
                Assert.Equal(finding.Suggestion.Fields.Select(f => (f.Name, string.Join('|', f.Options))), element.Fields.Select(f => (f.Name, string.Join('|', f.Options))));
            }
        }

        Assert.InRange(compared, alone.Count / 2, alone.Count);
    }

    [Fact]
    public void An_element_that_is_never_asked_for_has_no_phrase()
    {
        var region = Shipped.Pack.Outline.Single(e => e.Id == "region");

        Assert.Null(region.Phrase);
        Assert.Empty(region.Fields);
    }

    [Fact]
    public void Patient_is_false_where_the_pack_says_nothing_and_any_other_word_is_refused()
    {
        var without = Pack.Compile(Shipped.With("guidance.yaml", t => t.Replace("patient: true\n", string.Empty, StringComparison.Ordinal)));
        var refused = Assert.Throws<PackException>(() => Pack.Compile(Shipped.With("guidance.yaml", t => t.Replace("patient: true", "patient: yes", StringComparison.Ordinal))));

        Assert.False(without.Outline.Single(e => e.Id == "guidance").Patient);
        var error = Assert.Single(refused.Errors);
        Assert.Contains("\"yes\"", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("elements/guidance.yaml", error.File, StringComparison.Ordinal);
        Assert.Contains("patient: yes", error.Excerpt, StringComparison.Ordinal);
    }
}
