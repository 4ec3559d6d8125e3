using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Laminar.Engine;
using Laminar.Engine.Tests;
using Laminar.Tests.Laws;
using WebExtension = DocumentFormat.OpenXml.Office2013.WebExtension;

namespace Laminar.Word.Tests;

/// <summary>The Word file of each pack's standard note: what ships is what would be made today, Word takes it, and a report made from it is read.</summary>
public sealed class StandardNoteTests
{
    private static readonly string Manifest = File.ReadAllText(Path.Combine(Shipped.Templates, "..", "manifest", "manifest.xml"));

    public static TheoryData<string> Packs { get; } = [.. Shipped.Packs.Select(p => p.Id)];

    public static TheoryData<string, string> Files { get; } = [.. Shipped.Packs.SelectMany(p => new[] { (p.Id, ".dotx"), (p.Id, ".docx") })];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_ships_is_what_the_command_makes(string pack, string kind)
    {
        Assert.Equal(Parts(Make(pack, kind)), Parts(Shipping(pack, kind)));
        Assert.Equal(Make(pack, kind), Make(pack, kind));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_has_no_schema_error_and_is_of_its_kind(string pack, string kind)
    {
        Assert.Empty(SchemaLaw.Errors(Shipping(pack, kind))!);
        using var document = Open(Shipping(pack, kind));
        Assert.Equal(kind == ".dotx" ? DocumentFormat.OpenXml.WordprocessingDocumentType.Template : DocumentFormat.OpenXml.WordprocessingDocumentType.Document, document.DocumentType);
        Assert.Equal(kind, DraftDocument.Open(Shipping(pack, kind), "note" + kind, ReadLimits.Default, TestContext.Current.CancellationToken).Document!.Extension);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_opens_the_pane_of_the_manifests_add_in(string pack, string kind)
    {
        using var document = Open(Shipping(pack, kind));
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
    [MemberData(nameof(Files))]
    public void Every_element_that_is_asked_for_has_one_list_with_the_packs_options_and_no_answer(string pack, string kind)
    {
        using var document = Open(Shipping(pack, kind));
        var lists = document.MainDocumentPart!.Document!.Descendants<SdtRun>().Where(c => c.SdtProperties!.GetFirstChild<SdtContentComboBox>() is not null).ToList();
        Assert.Equal(
            Asked(pack).Select(e => $"{NoteTag.Of(e.Id)} {e.Name}: {string.Join('|', e.Fields[0].Options)}").Order(StringComparer.Ordinal),
            lists.Select(Described).Order(StringComparer.Ordinal));
        Assert.All(document.MainDocumentPart.Document!.Descendants<SdtRun>(), c => Assert.NotNull(c.SdtProperties!.GetFirstChild<ShowingPlaceholder>()));
        Assert.All(lists, c => Assert.True(c.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!.Length <= 64));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_lints_clean_and_covers_every_element(string pack, string kind)
    {
        var result = NoteLint.Check(Read(Shipping(pack, kind)), Named(pack), TestContext.Current.CancellationToken);

        Assert.Empty(result.Findings);
        Assert.All(result.Elements, e => Assert.Equal(NoteCoverage.Field, e.Covered));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_report_that_nobody_has_filled_in_chooses_its_pack_and_is_open_at_every_field(string pack)
    {
        var scan = Scan(Shipping(pack, ".docx"));

        Assert.Equal((pack, ApplicabilityStatus.Applies), (scan.Pack.Id, scan.Applicability.Status));
        Assert.DoesNotContain(scan.Elements, e => e.Id != "region" && e.Status is ElementStatus.Documented or ElementStatus.NotPerformed or ElementStatus.Ambiguous or ElementStatus.Conflict);
        Assert.All(scan.Findings, f => Assert.True(f.Kind is FindingKind.Placeholder or FindingKind.TitleOnly, f.Id));
        Assert.Equal(3 + 1 + 1 + Asked(pack).Count(), scan.Blanks.Count);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_report_that_is_filled_in_leaves_nothing_open(string pack)
    {
        var scan = Scan(Filled(pack, Answers(pack)));

        Assert.Equal((pack, ApplicabilityStatus.Applies), (scan.Pack.Id, scan.Applicability.Status));
        Assert.Empty(scan.Blanks);
        Assert.Equal([], scan.Findings.Select(f => f.Title));
        Assert.All(scan.Elements, e => Assert.True(e.Status == ElementStatus.Documented || !Asked(pack).Any(a => a.Id == e.Id), $"{e.Id} {e.Status}"));
        Assert.Equal(LevelOf(pack), Assert.Single(scan.Element("levels").Values));
    }

    /// <summary>Whatever one field says, the sentence around it reads, and says nothing of any other element.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_option_of_every_field_is_read_as_what_it_says_and_touches_no_other_element(string pack)
    {
        var answers = Answers(pack);
        var usual = Scan(Filled(pack, answers)).Elements.ToDictionary(e => e.Id, e => e.Status);
        foreach (var (element, option) in Asked(pack).SelectMany(e => e.Fields[0].Options.Where(o => o != AnswerWords.Other).Select(o => (e, o))))
        {
            var scan = Scanner.Scan(Read(Filled(pack, (id, options) => id == element.Id ? option : answers(id, options))), Named(pack), TestContext.Current.CancellationToken);

            var status = scan.Element(element.Id).Status;
            Assert.True(IsOption(option) ? status is ElementStatus.Documented or ElementStatus.Conflict : status is not (ElementStatus.Ambiguous or ElementStatus.Conflict), $"{element.Id}: {option}: {status}");
            Assert.Equal([], scan.Elements.Where(e => e.Id != element.Id && !Follows(e.Id, element.Id) && e.Status != usual[e.Id]).Select(e => $"{element.Id}: {option}: {e.Id} {e.Status}"));
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_choice_of_other_is_still_a_blank(string pack)
        => Assert.Equal(FindingKind.Placeholder, Scan(Filled(pack, (id, options) => id == "guidance" ? "other" : Answers(pack)(id, options))).Findings.Single().Kind);

    [Theory]
    [MemberData(nameof(Packs))]
    public void Its_fields_are_no_suggestions_and_stay_when_suggestions_come_and_go(string pack)
    {
        var note = Filled(pack, (id, options) => id == "guidance" ? null : Answers(pack)(id, options));
        var document = DraftDocument.Open(note, "note.docx", ReadLimits.Default, TestContext.Current.CancellationToken).Document!;
        var annotated = document.Annotate(Scanner.Scan(document.Draft, Named(pack), TestContext.Current.CancellationToken), AnnotationMode.Suggestions, DateTimeOffset.UnixEpoch);
        var cleared = DraftDocument.Open(annotated, "note.docx", ReadLimits.Default, TestContext.Current.CancellationToken).Document!.Clear(DateTimeOffset.UnixEpoch);

        Assert.Equal(Read(note).Texts(), Read(annotated).Texts());
        Assert.Equal(Read(note).Texts(), Read(cleared).Texts());
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void LibreOffice_reads_it_and_draws_it_on_one_page(string pack)
    {
        var text = LibreOffice.Read([Shipping(pack, ".docx")])[0]!.Accepted;
        Assert.Contains(Named(pack).Note!.Title, text);
        Assert.Contains("Description of procedure", text);
        var folder = Directory.CreateTempSubdirectory("laminar-note-");
        Assert.Single(LibreOffice.Draw(Shipping(pack, ".docx"), folder.FullName));
        folder.Delete(recursive: true);
    }

    private static Pack Named(string id) => Shipped.Packs.Single(p => p.Id == id);

    private static IEnumerable<PackElement> Asked(string pack) => Named(pack).Outline.Where(e => e.Phrase is not null);

    private static byte[] Make(string pack, string kind) => StandardNoteFile.Make(Named(pack), kind == ".dotx", AddIn.Of(Manifest));

    private static byte[] Shipping(string pack, string kind) => File.ReadAllBytes(Path.Combine(Shipped.Templates, pack, "standard-note" + kind));

    private static Draft Read(byte[] bytes) => Reading.Of(bytes).Draft!;

    private static ScanResult Scan(byte[] bytes) => PackChoice.Scan(Read(bytes), Shipped.Packs, TestContext.Current.CancellationToken);

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static string Described(SdtRun control)
    {
        var properties = control.SdtProperties!;
        var options = properties.GetFirstChild<SdtContentComboBox>()!.Elements<ListItem>().Select(o => o.DisplayText!.Value);
        return $"{properties.GetFirstChild<Tag>()!.Val} {properties.GetFirstChild<SdtAlias>()!.Val}: {string.Join('|', options)}";
    }

    private static bool IsOption(string option) => option != AnswerWords.UnableToState && !AnswerWords.IsNotDone(option);

    /// <summary>What is never asked for (the region) follows from the answers; what is asked only where another is documented comes and goes with it.</summary>
    private static bool Follows(string element, string other)
        => (element, other) is ("region", _) or ("contrast.spread" or "contrast.assessment", "contrast") or ("injectate.dose" or "injectate.volume", "injectate");

    private static string LevelOf(string pack) => pack == "percutaneous-interlaminar-decompression" ? "C5-C6" : "L4-L5";

    private static Func<string, IReadOnlyList<string>, string?> Answers(string pack) => (element, options) => Answer(pack, element, options);

    /// <summary>The first option that answers, or what a surgeon might write where there is none.</summary>
    private static string? Answer(string pack, string element, IReadOnlyList<string> options)
        => element switch
        {
            "levels" => LevelOf(pack),
            "access" => "percutaneous",
            "route" => "interlaminar",
            "visualization" => "image alone",
            "general.postoperative-diagnosis" => "stenosis",
            "needle" => "an 18-gauge Tuohy needle",
            "injectate" => "dexamethasone and saline",
            "injectate.dose" => "dexamethasone 10 mg",
            "injectate.volume" => "3 mL",
            "" => "A. Example",
            _ => options.FirstOrDefault(o => o != AnswerWords.Other && IsOption(o)) ?? (element == "devices" ? "a cannula" : "as described"),
        };

    /// <summary>What Word does when somebody answers: the text is theirs and no placeholder any more.</summary>
    private static byte[] Filled(string pack, Func<string, IReadOnlyList<string>, string?> answer)
    {
        var stream = new MemoryStream();
        stream.Write(Shipping(pack, ".docx"));
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
