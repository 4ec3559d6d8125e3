using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Laminar.Engine;

namespace Laminar.Hosts;

/// <summary>
/// The summary as one page that needs nothing beside it: no script, no font, no picture from elsewhere. It is built as a tree, so that
/// names of files and templates are text wherever they stand.
/// </summary>
internal static class SummaryPage
{
    private static readonly string Style = Resource("tokens.css") + Resource("summary.css");

    private static readonly (string Text, string Class)[] Key =
        [("Documented", "documented"), ("Not performed", "not-performed"), ("Title only, or ambiguous", "ambiguous"), ("Conflict", "conflict"), ("Missing", "missing"),
            ("Not asked: nothing in the report calls for it, or it was answered", "not-asked")];

    public static byte[] Make(ArchiveCounts counts, SummaryNames names, string source, DateTimeOffset now)
    {
        var main = new XElement("main",
            new XElement("h1", "Archive audit"),
            new XElement("p", Class("quiet"), string.Create(CultureInfo.InvariantCulture, $"{source}, {now:yyyy-MM-dd HH:mm zzz}")),
            Figures(("Files", counts.Files), ("A pack applies", counts.Packs.Sum(static pack => pack.All.Reports)), ("Uncertain", counts.Packs.Sum(static pack => pack.Uncertain)),
                ("No pack is for them", counts.Others), ("Could not be read", counts.Unreadable)),
            new XElement("p", Class("quiet"), "All counts below are of the reports that a pack applies to. Where that is uncertain, a report is counted above and nowhere else."),
            counts.Packs.Select(pack => Pack(pack, names)),
            Unreadable(counts));
        return Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Archive audit</title>
            <style>
            {Style}
            </style></head>
            <body>
            <svg class="patterns" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern></defs></svg>
            {main.ToString(SaveOptions.DisableFormatting)}
            </body>
            </html>

            """);
    }

    private static XElement Pack(PackCounts pack, SummaryNames names) => new("section",
        new XElement("h2", names.Of(pack)),
        new XElement("p", Class("quiet"), $"{pack.Id} {pack.Version}"),
        Figures(("Reports", pack.All.Reports), ("Nothing open", pack.All.Clean), ("Required open", pack.All.Open), ("Disagreeing", pack.All.Disagreeing), ("Uncertain, not counted", pack.Uncertain)),
        pack.All.Reports == 0 ? null : (object[])
        [
            new XElement("h3", "Elements"),
            new XElement("ul", Class("key"), Key.Select(static one => new XElement("li", SummaryChart.Swatch(one.Class), one.Text))),
            Elements(pack, names),
            new XElement("h3", "Months"),
            new XElement("p", Class("quiet"), "Behind the reports stands in how many of them something required is open, two statements disagree, and each required element is missing."),
            SummaryChart.Months([.. pack.Months]),
            Groups("Month", pack, pack.Months, names),
            new XElement("h3", "Templates"),
            Groups("Template", pack, pack.Templates, names),
        ]);

    private static XElement Elements(PackCounts pack, SummaryNames names) => Table(
        ["Element", "", "Not asked", "Missing", "Conflict", "Ambiguous", "Title only", "Not performed", "Documented"],
        pack.All.Elements.Select(element => new XElement("tr",
            RowHead(names.Of(pack, element), names.IsRequired(pack, element)),
            new XElement("td", SummaryChart.Bar(element, pack.All.Reports)),
            ElementCounts.Statuses.Reverse().Select(status => Number(element[status])))));

    /// <summary>A row for each group: its reports, and in how many of them each required element is missing.</summary>
    private static XElement Groups(string what, PackCounts pack, IEnumerable<KeyValuePair<string, ReportCounts>> groups, SummaryNames names)
    {
        var required = pack.All.Elements.Select(static (element, index) => (element, index)).Where(one => names.IsRequired(pack, one.element)).ToList();
        return Table(
            [what, "Reports", "Required open", "Disagreeing", .. required.Select(one => names.Of(pack, one.element))],
            groups.Select(group => new XElement("tr",
                RowHead(group.Key, isRequired: false),
                Number(group.Value.Reports),
                Number(group.Value.Open),
                Number(group.Value.Disagreeing),
                required.Select(one => Number(group.Value.Elements[one.index][ElementStatus.Missing])))));
    }

    private static object[]? Unreadable(ArchiveCounts counts)
    {
        if (counts.Unreadable == 0)
        {
            return null;
        }

        var more = counts.Unreadable - counts.Named.Count;
        return
        [
            new XElement("h2", "Files that could not be read"),
            new XElement("p", string.Join(", ", counts.Errors.Select(static error => string.Create(CultureInfo.InvariantCulture, $"{error.Value:n0} {error.Key}"))) + "."),
            Table(["File", "What to do"], counts.Named.Select(static file => new XElement("tr", new XElement("th", Class("file"), file.Name), new XElement("td", file.Message)))),
            more > 0 ? new XElement("p", Class("quiet"), string.Create(CultureInfo.InvariantCulture, $"{more:n0} more; the audit's results name all.")) : "",
        ];
    }

    private static XElement Figures(params (string What, int Number)[] figures) =>
        new("ul", Class("figures"), figures.Select(static one => new XElement("li", new XElement("b", Text(one.Number)), one.What)));

    private static XElement Table(IReadOnlyList<string> heads, IEnumerable<XElement> rows) => new("div", Class("wide"), new XElement("table",
        new XElement("thead", new XElement("tr", heads.Select((head, index) => new XElement("th", new XAttribute("scope", "col"), index > 0 && head.Length > 0 && heads[1] is not "What to do" ? Class("number") : null, head)))),
        new XElement("tbody", rows)));

    private static XElement RowHead(string text, bool isRequired) => new("th", new XAttribute("scope", "row"), isRequired ? Class("required") : null, text);

    private static XElement Number(int number) => new("td", Class(number == 0 ? "number none" : "number"), Text(number));

    private static string Text(int number) => number.ToString("n0", CultureInfo.InvariantCulture);

    private static XAttribute Class(string name) => new("class", name);

    private static string Resource(string name)
    {
        using var stream = typeof(SummaryPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
