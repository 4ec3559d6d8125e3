using System.Security;
using System.Xml.Linq;
using Laminar.Engine;
using Laminar.Engine.Tests;
using Laminar.Tests.Generated;
using Laminar.Tests.Laws;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>The engine's complete draft as a Word file, read with the shipped pack.</summary>
internal static class Report
{
    public static byte[] Whole { get; } = Docx(OpenDraft.Whole);

    /// <summary>The same, that says nothing of the guidance.</summary>
    public static byte[] Open { get; } = Docx(OpenDraft.Without("guidance"));

    public static byte[] Docx(IEnumerable<string> lines) => SamplePackage.Of(string.Concat(lines.Select(static line => P(R(SecurityElement.Escape(line))))));

    public static ScanResult Scan(byte[] docx) => Shipped.Scan(Written.Open(docx).Draft);

    public static string[] Ids(byte[] docx) => [.. Scan(docx).Findings.Select(static finding => finding.Id)];

    public static Finding Finding(byte[] docx, string element) => Scan(docx).Findings.Single(finding => finding.Element == element);

    public static byte[] Annotated(byte[] docx, AnnotationMode mode = AnnotationMode.Suggestions) => Written.Annotated(docx, Shipped.Scan, mode);

    public static AppliedAnswers Answered(byte[] docx, string element, string answer, AnswererRole role = AnswererRole.Surgeon)
        => Written.Open(docx).Apply(Scan(docx), [new Answer(Finding(docx, element).Id, answer)], new Answerer(Written.Surgeon, role), Written.At);

    public static FinalizedDraft Finalized(byte[] docx) => Written.Open(docx).Finalize(Scan(docx), Written.At);

    /// <summary>What keeps it from being final, each as its kind and paragraph.</summary>
    public static string[] Keeps(byte[] docx) => [.. Finalized(docx).Open.Select(static item => $"{item.Kind} {item.Paragraph}")];
}

/// <summary>What a person does in Word with what was put in.</summary>
internal static class InWord
{
    private const string Main = "word/document.xml";

    /// <summary>An option of a list is chosen, or own words are written into it.</summary>
    /// <param name="isTracked">Whether changes are tracked: then Word keeps the placeholder as a deletion.</param>
    public static byte[] Chosen(byte[] docx, string field, string text, bool isTracked = false) => Changed(docx, main =>
    {
        var shown = main.Descendants(Names.Word + "t").First(shown => shown.Value == field);
        var control = shown.Ancestors(Names.Control).First();
        control.Descendants(Names.Word + "showingPlcHdr").Remove();
        if (!isTracked)
        {
            shown.Value = text;
            return;
        }

        var (run, change) = (shown.Ancestors(Names.Run).First(), shown.Ancestors(Names.Word + "ins").First());
        shown.Name = Names.Word + "delText";
        change.AddAfterSelf(Change("ins", "9001", new XElement(Names.Run, new XElement(Names.Word + "t", text))));
        run.ReplaceWith(Change("del", "9002", new XElement(run)));
    });

    /// <summary>All that the tool put in is accepted.</summary>
    public static byte[] Accepted(byte[] docx) => Changed(docx, static main => main.ReplaceWith(Revisions.Accept(main, static change => change.WordAttribute("author") == "Laminar")));

    public static byte[] Typed(byte[] docx, string old, string now) => HandWritten.InMain(docx, old, now);

    public static byte[] Changed(byte[] docx, Action<XElement> change) => Repacked.With(docx, Main, xml =>
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        change(document.Root!);
        return document.ToString(SaveOptions.DisableFormatting);
    });

    private static XElement Change(string kind, string id, XElement run)
        => new(Names.Word + kind, new XAttribute(Names.Id, id), new XAttribute(Names.Author, "B. Editor"), new XAttribute(Names.Word + "date", "2026-01-06T09:30:00Z"), run);
}
