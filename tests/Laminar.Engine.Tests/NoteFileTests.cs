namespace Laminar.Engine.Tests;

/// <summary>The layout of a standard note and the rules for notes: an author's slip is refused with its place.</summary>
public sealed class NoteFileTests
{
    [Theory]
    [InlineData("field: general.surgeon", "field: general.sergeant", "\"general.sergeant\"")]
    [InlineData("field: general.surgeon", "field: region", "\"region\"")]
    [InlineData("field: general.surgeon", "field: levels", "\"levels\" has its field already")]
    [InlineData("{ label: Surgeon, field: general.surgeon }", "{ label: Surgeon, blank: name }", "leaves out general.surgeon")]
    [InlineData("field: general.surgeon }", "field: general.surgeon, blank: name }", "one of phrase, field, text, blank")]
    [InlineData("label: Surgeon", "lable: Surgeon", "\"lable\"")]
    [InlineData("label: Surgeon, ", "", "\"label\"")]
    [InlineData("title: Operative report", "title: Operative {report}", "not in braces")]
    [InlineData("title: Operative report", "title: Report for billing", "payment")]
    [InlineData("title: Operative report", "titel: Operative report", "\"titel\"")]
    [InlineData("- heading: Findings", "- heading: [Findings]", "single text")]
    [InlineData("{ label: Image guidance, field: guidance }", "{ phrase: guidance }", "give the field a label")]
    [InlineData("{ label: Image guidance, field: guidance }", "{ label: Image guidance, text: CT }", "A label stands before a field or a blank")]
    [InlineData("{ label: Image guidance, field: guidance }", "{ label: \"Image {guidance}\", field: guidance }", "not in braces")]
    public void A_slip_in_the_layout_is_refused_at_its_place(string was, string now, string named)
    {
        var error = Refused("note.yaml", was, now).First(e => e.Message.Contains(named, StringComparison.Ordinal));

        Assert.EndsWith("/note.yaml", error.File, StringComparison.Ordinal);
        Assert.Contains($"{error.Line,5} | ", error.Excerpt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    residue:\n      severity: required\n", "    remains:\n      severity: required\n", "\"remains\"")]
    [InlineData("    residue:\n      severity: required\n", "    remains:\n      severity: required\n", "\"residue\" has no wording")]
    [InlineData("severity: required\n      title: A blank", "severity: grave\n      title: A blank", "\"grave\"")]
    [InlineData("      title: A blank that is no field\n", "", "\"title\"")]
    [InlineData("  residue:\n    flags:", "  residue:\n    flag:", "\"flags\"")]
    public void A_slip_in_the_rules_is_refused_at_its_place(string was, string now, string named)
        => Assert.Contains(Refused("shared/notes.yaml", was, now), e => e.File == "shared/notes.yaml" && e.Message.Contains(named, StringComparison.Ordinal));

    [Fact]
    public void A_pack_without_a_note_is_a_pack()
        => Assert.Null(Pack.Compile(new PackSource([.. Shipped.Source.Files.Where(f => !f.Path.EndsWith("/note.yaml", StringComparison.Ordinal))])).Note);

    [Fact]
    public void A_pack_that_is_compiled_without_examples_has_the_same_note()
        => Assert.Equal(Shipped.Pack.Note!.Elements, Pack.Compile(Shipped.Source, examples: false).Note!.Elements);

    [Fact]
    public void Every_shipped_note_has_a_field_for_every_element_that_is_asked_for()
        => Assert.All(Shipped.Packs, pack => Assert.Equal(
            pack.Outline.Where(e => e.Phrase is not null).Select(e => e.Id).Order(StringComparer.Ordinal),
            pack.Note!.Elements.Order(StringComparer.Ordinal)));

    private static IReadOnlyList<PackError> Refused(string file, string was, string now)
        => Assert.Throws<PackException>(() => Pack.Compile(Shipped.With(file, t => t.Replace(was, now, StringComparison.Ordinal)))).Errors;
}
