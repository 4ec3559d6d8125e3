using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Laminar.Hosts;

/// <summary>
/// The summary as a workbook: an overview, and tables with a row for each thing counted, as a pivot table or a chart wants them.
/// Counts are numbers, and a share stands beside what it is a share of.
/// </summary>
internal static class SummaryBook
{
    private const string Share = "0.0%";

    private static readonly string[] Statuses = ["Documented", "Not performed", "Title only", "Ambiguous", "Conflict", "Missing", "Not asked"];

    public static byte[] Make(ArchiveCounts counts, SummaryNames names, string source, DateTimeOffset now)
    {
        var sheets = new Dictionary<string, object>
        {
            ["Overview"] = Overview(counts, names, source, now),
            ["Elements"] = Rows(Elements(counts, names), ["Pack", "Element", "Id", "Asked as", "Reports", .. Statuses, "Missing, share", "Open, share"]),
            ["Months"] = Rows(Months(counts, names), "Pack", "Month", "Reports", "Nothing open", "Required open", "Disagreeing", "Required open, share"),
            ["Elements by month"] = Rows(By(counts, names, static pack => pack.Months), ["Pack", "Month", "Element", "Id", "Reports", .. Statuses]),
            ["Templates"] = Rows(Templates(counts, names), "Pack", "Template", "Reports", "Nothing open", "Required open", "Disagreeing", "Required open, share"),
            ["Elements by template"] = Rows(By(counts, names, static pack => pack.Templates), ["Pack", "Template", "Element", "Id", "Reports", .. Statuses]),
            ["Unreadable"] = Rows(counts.Named.Select(static file => new object[] { file.Name, file.Code, file.Message }), "File", "Code", "What to do"),
        };
        var bytes = new MemoryStream();
        MiniExcel.SaveAs(bytes, sheets, configuration: Configuration());
        return bytes.ToArray();
    }

    /// <summary>Widths and formats of the columns, by their names.</summary>
    private static OpenXmlConfiguration Configuration() => new()
    {
        EnableWriteNullValueCell = false,
        DynamicColumns =
        [
            Column("Pack", 44), Column("Element", 34), Column("Id", 32), Column("Asked as", 15), Column("Month", 11), Column("Template", 34),
            Column("What", 62), Column("Value", 44), Column("File", 60), Column("Code", 20), Column("What to do", 90),
            Column("Reports", 10), .. Statuses.Select(static status => Column(status, 15)), Column("Nothing open", 15), Column("Required open", 15), Column("Disagreeing", 13),
            Column("Missing, share", 16, Share), Column("Open, share", 14, Share), Column("Required open, share", 22, Share),
        ],
    };

    private static DynamicExcelColumn Column(string name, double width, string? format = null) => new(name) { Width = width, Format = format };

    private static List<Dictionary<string, object?>> Overview(ArchiveCounts counts, SummaryNames names, string source, DateTimeOffset now)
    {
        List<object[]> rows =
        [
            ["Audited", source],
            ["Made", now.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture)],
            ["Files", counts.Files],
            ["Files that could not be read", counts.Unreadable],
            .. counts.Errors.Select(static error => new object[] { $"Files that could not be read: {error.Key}", error.Value }),
            ["Reports that no pack is for", counts.Others],
        ];
        foreach (var pack in counts.Packs)
        {
            rows.Add([$"{names.Of(pack)}: version of the pack", pack.Version]);
            rows.Add([$"{names.Of(pack)}: reports it applies to", pack.All.Reports]);
            rows.Add([$"{names.Of(pack)}: reports where that is uncertain (counted nowhere else)", pack.Uncertain]);
            rows.Add([$"{names.Of(pack)}: nothing required open, nothing disagreeing", pack.All.Clean]);
            rows.Add([$"{names.Of(pack)}: something required open", pack.All.Open]);
            rows.Add([$"{names.Of(pack)}: something disagreeing", pack.All.Disagreeing]);
        }

        rows.Add(["Reports whose month is that of the file's last change", counts.DatedByFile]);
        if (counts.Unreadable > counts.Named.Count)
        {
            rows.Add(["Unreadable files named here; the audit's results name all", counts.Named.Count]);
        }

        return Rows(rows, "What", "Value");
    }

    private static IEnumerable<object[]> Elements(ArchiveCounts counts, SummaryNames names) =>
        from pack in counts.Packs
        from element in pack.All.Elements
        let missing = Part(element[Engine.ElementStatus.Missing], pack.All.Reports)
        let open = Part(element.Open, pack.All.Reports)
        select (object[])[names.Of(pack), names.Of(pack, element), element.Id, names.IsRequired(pack, element) ? "required" : "recommended", pack.All.Reports, .. Numbers(element), missing, open];

    private static IEnumerable<object[]> Months(ArchiveCounts counts, SummaryNames names) =>
        counts.Packs.SelectMany(pack => pack.Months.Select(month => Reports(names.Of(pack), month)));

    private static IEnumerable<object[]> Templates(ArchiveCounts counts, SummaryNames names) =>
        counts.Packs.SelectMany(pack => pack.Templates.Select(template => Reports(names.Of(pack), template)));

    private static object[] Reports(string pack, KeyValuePair<string, ReportCounts> group) =>
        [pack, group.Key, group.Value.Reports, group.Value.Clean, group.Value.Open, group.Value.Disagreeing, Part(group.Value.Open, group.Value.Reports)];

    private static IEnumerable<object[]> By(ArchiveCounts counts, SummaryNames names, Func<PackCounts, IEnumerable<KeyValuePair<string, ReportCounts>>> groups) =>
        from pack in counts.Packs
        from part in groups(pack)
        from element in part.Value.Elements
        select (object[])[names.Of(pack), part.Key, names.Of(pack, element), element.Id, part.Value.Reports, .. Numbers(element)];

    private static IEnumerable<object> Numbers(ElementCounts element) => ElementCounts.Statuses.Select(status => (object)element[status]);

    private static double Part(int of, int all) => all == 0 ? 0 : (double)of / all;

    private static List<Dictionary<string, object?>> Rows(IEnumerable<object[]> rows, params string[] columns)
    {
        var all = rows.Select(row => columns.Zip(row).ToDictionary(static cell => cell.First, static object? (cell) => cell.Second)).ToList();
        // A sheet without a row still says what it would hold.
        return all.Count > 0 ? all : [columns.ToDictionary(static column => column, static object? (_) => null)];
    }
}
