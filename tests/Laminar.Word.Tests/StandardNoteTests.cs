using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Laminar.Engine;
using Laminar.Engine.Tests;
using Laminar.Tests.Laws;
using WebExtension = DocumentFormat.OpenXml.Office2013.WebExtension;

namespace Laminar.Word.Tests;

/// <summary>The Word file of a standard note: what ships is what would be made today, Word takes it, and a report made from it is read.</summary>
public sealed class StandardNoteTests
{
    private static readonly string Manifest = File.ReadAllText(Path.Combine(Shipped.Folder, "..", "..", "manifest", "manifest.xml"));

    public static TheoryData<string> Kinds { get; } = [".dotx", ".docx"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_ships_is_what_the_command_makes(string kind)
    {
        Assert.Equal(Parts(Make(kind)), Parts(Shipping(kind)));
        Assert.Equal(Make(kind), Make(kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_has_no_schema_error_and_is_of_its_kind(string kind)
    {
        Assert.Empty(SchemaLaw.Errors(Shipping(kind))!);
        using var document = Open(Shipping(kind));
        Assert.Equal(kind == ".dotx" ? DocumentFormat.OpenXml.WordprocessingDocumentType.Template : DocumentFormat.OpenXml.WordprocessingDocumentType.Document, document.DocumentType);
        Assert.Equal(kind, DraftDocument.Open(Shipping(kind), "note" + kind, ReadLimits.Default, TestContext.Current.CancellationToken).Document!.Extension);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_opens_the_pane_of_the_manifests_add_in(string kind)
    {
        using var document = Open(Shipping(kind));
        var panes = document.WebExTaskpanesPart!;
        Assert.Equal("/word/webextensions/taskpanes.xml", panes.Uri.ToString());
        var pane = Assert.Single(panes.Taskpanes!.Elements<DocumentFormat.OpenXml.Office2013.WebExtentionPane.WebExtensionTaskpane>());
        Assert.Equal(("right", false, 350d, 4u), (pane.DockState!.Value, pane.Visibility!.Value, pane.Width!.Value, pane.Row!.Value));
        var extension = ((WebExtensionPart)panes.GetPartById(pane.WebExtensionPartReference!.Id!.Value!)).WebExtension!;
        var store = extension.WebExtensionStoreReference!;
        var addIn = AddIn.Of(Manifest);
        Assert.Equal((addIn.Id, addIn.Version, "EXCatalog", "EXCatalog"), (store.Id!.Value, store.Version!.Value, store.Store!.Value, store.StoreType!.Value));
        var property = Assert.Single(extension.WebExtensionPropertyBag!.Elements<WebExtension.WebExtensionProperty>());
        Assert.Equal(("Office.AutoShowTaskpaneWithDocument", "true"), (property.Name!.Value, property.Value!.Value));
    }

    [Fact]
    public void The_manifests_add_in_is_the_one_of_its_first_lines()
        => Assert.Equal(new AddIn("f0660128-5d6d-4762-966c-d2412da9fd83", "1.0.0.0"), AddIn.Of(Manifest));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_element_that_is_asked_for_has_one_list_with_the_packs_options_and_no_answer(string kind)
    {
        using var document = Open(Shipping(kind));
        var lists = document.MainDocumentPart!.Document!.Descendants<SdtRun>().Where(c => c.SdtProperties!.GetFirstChild<SdtContentComboBox>() is not null).ToList();
        Assert.Equal(
            Shipped.Pack.Outline.Where(e => e.Phrase is not null).Select(e => $"{NoteTag.Of(e.Id)} {e.Name}: {string.Join('|', e.Fields[0].Options)}").Order(StringComparer.Ordinal),
            lists.Select(Described).Order(StringComparer.Ordinal));
        Assert.All(document.MainDocumentPart.Document!.Descendants<SdtRun>(), c => Assert.NotNull(c.SdtProperties!.GetFirstChild<ShowingPlaceholder>()));
        Assert.All(lists, c => Assert.True(c.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!.Length <= 64));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_lints_clean_and_covers_every_element(string kind)
    {
        var result = NoteLint.Check(Read(Shipping(kind)), Shipped.Pack, TestContext.Current.CancellationToken);

        Assert.Empty(result.Findings);
        Assert.All(result.Elements, e => Assert.Equal(NoteCoverage.Field, e.Covered));
    }

    [Fact]
    public void A_report_that_nobody_has_filled_in_is_open_at_every_field()
    {
        var scan = Shipped.Scan(Read(Shipping(".docx")));

        Assert.Equal(ApplicabilityStatus.Applies, scan.Applicability.Status);
        Assert.DoesNotContain(scan.Elements, e => e.Status is ElementStatus.Documented or ElementStatus.NotPerformed or ElementStatus.Ambiguous or ElementStatus.Conflict);
        Assert.All(scan.Findings, f => Assert.True(f.Kind is FindingKind.Placeholder or FindingKind.TitleOnly, f.Id));
        Assert.Equal(3 + 1 + 1 + Shipped.Pack.Outline.Count(e => e.Phrase is not null), scan.Blanks.Count);
    }

    [Fact]
    public void A_report_that_is_filled_in_leaves_nothing_open()
    {
        var scan = Shipped.Scan(Read(Filled(Answer)));

        Assert.Empty(scan.Blanks);
        Assert.Equal([], scan.Findings.Select(f => f.Title));
        Assert.All(scan.Elements, e => Assert.Equal(ElementStatus.Documented, e.Status));
        Assert.Equal("C5-C6", Assert.Single(scan.Element("levels").Values));
    }

    [Fact]
    public void A_choice_of_other_is_still_a_blank()
        => Assert.Equal(FindingKind.Placeholder, Shipped.Scan(Read(Filled((id, options) => id == "guidance" ? "other" : Answer(id, options)))).Findings.Single().Kind);

    [Fact]
    public void Its_fields_are_no_suggestions_and_stay_when_suggestions_come_and_go()
    {
        var note = Filled((id, options) => id == "guidance" ? null : Answer(id, options));
        var document = DraftDocument.Open(note, "note.docx", ReadLimits.Default, TestContext.Current.CancellationToken).Document!;
        var annotated = document.Annotate(Scanner.Scan(document.Draft, Shipped.Pack, TestContext.Current.CancellationToken), AnnotationMode.Suggestions, DateTimeOffset.UnixEpoch);
        var cleared = DraftDocument.Open(annotated, "note.docx", ReadLimits.Default, TestContext.Current.CancellationToken).Document!.Clear(DateTimeOffset.UnixEpoch);

        Assert.Equal(Read(note).Texts(), Read(annotated).Texts());
        Assert.Equal(Read(note).Texts(), Read(cleared).Texts());
    }

    [Fact]
    public void LibreOffice_reads_it_and_draws_it_on_one_page()
    {
        var text = LibreOffice.Read([Shipping(".docx")])[0]!.Accepted;
        Assert.Contains("Operative report", text);
        Assert.Contains("Description of procedure", text);
        var folder = Directory.CreateTempSubdirectory("laminar-note-");
        Assert.Single(LibreOffice.Draw(Shipping(".docx"), folder.FullName));
        folder.Delete(recursive: true);
    }

    private static byte[] Make(string kind) => StandardNoteFile.Make(Shipped.Pack, kind == ".dotx", AddIn.Of(Manifest));

    private static byte[] Shipping(string kind) => File.ReadAllBytes(Path.Combine(Shipped.Folder, "standard-note" + kind));

    private static Draft Read(byte[] bytes) => Reading.Of(bytes).Draft!;

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static string Described(SdtRun control)
    {
        var properties = control.SdtProperties!;
        var options = properties.GetFirstChild<SdtContentComboBox>()!.Elements<ListItem>().Select(o => o.DisplayText!.Value);
        return $"{properties.GetFirstChild<Tag>()!.Val} {properties.GetFirstChild<SdtAlias>()!.Val}: {string.Join('|', options)}";
    }

    /// <summary>The first option that answers, or what a surgeon might write where there is none.</summary>
    private static string? Answer(string element, IReadOnlyList<string> options)
        => element switch
        {
            "levels" => "C5-6",
            "access" => "percutaneous",
            "route" => "interlaminar",
            "visualization" => "image alone",
            "general.postoperative-diagnosis" => "cervical stenosis",
            "" => "A. Example",
            _ => options.FirstOrDefault(o => o is not ("other" or "unable to state") && !AnswerWords.IsNotDone(o)) ?? (element == "devices" ? "a cannula" : "as described"),
        };

    /// <summary>What Word does when somebody answers: the text is theirs and no placeholder any more.</summary>
    private static byte[] Filled(Func<string, IReadOnlyList<string>, string?> answer)
    {
        var stream = new MemoryStream();
        stream.Write(Shipping(".docx"));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            foreach (var control in document.MainDocumentPart!.Document!.Descendants<SdtRun>())
            {
                var element = NoteTag.Element(control.SdtProperties!.GetFirstChild<Tag>()?.Val) ?? "";
                var options = control.SdtProperties!.GetFirstChild<SdtContentComboBox>()?.Elements<ListItem>().Select(o => o.Value!.Value!).ToList() ?? [];
                if (answer(element, options) is { } words)
                {
                    control.SdtProperties!.RemoveAllChildren<ShowingPlaceholder>();
                    control.SdtContentRun!.RemoveAllChildren();
                    control.SdtContentRun.Append(new Run(new Text(words)));
                }
            }
        }

        return stream.ToArray();
    }

    private static List<(string Name, string Content)> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(e => (e.FullName, new StreamReader(e.Open()).ReadToEnd()))];
    }
}
