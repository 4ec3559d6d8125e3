using System.Xml;
using Laminar.Engine;

namespace Laminar.Hosts;

/// <summary>What the lines of an audit come to. Holds counts and no lines, so that it stays as small for a million files.</summary>
internal sealed class ArchiveCounts
{
    /// <summary>The first of the files that could not be read are named; the results name all.</summary>
    public const int MostNamed = 1000;

    private readonly Dictionary<string, PackCounts> packs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> errors = new(StringComparer.Ordinal);
    private readonly List<UnreadableFile> named = [];

    public int Files { get; private set; }

    public int Unreadable { get; private set; }

    /// <summary>Reports that none of the packs is for.</summary>
    public int Others { get; private set; }

    /// <summary>Reports with a month from the file's last write, since the document has no date of its own.</summary>
    public int DatedByFile { get; private set; }

    /// <summary>Packs that apply to some report, or may, the one with the most reports first.</summary>
    public IEnumerable<PackCounts> Packs => packs.Values.OrderByDescending(static pack => pack.All.Reports).ThenBy(static pack => pack.Id, StringComparer.Ordinal);

    /// <summary>Files that could not be read, by the code of the error.</summary>
    public IReadOnlyDictionary<string, int> Errors => errors;

    public IReadOnlyList<UnreadableFile> Named => named;

    public void Add(ArchiveLine line)
    {
        Files++;
        if (line.Error is { } error)
        {
            Unreadable++;
            errors[error.Code] = errors.GetValueOrDefault(error.Code) + 1;
            if (named.Count < MostNamed)
            {
                named.Add(new UnreadableFile(Shown(line.Name), error.Code, error.Message));
            }

            return;
        }

        DatedByFile += line.MonthFrom == MonthSource.Modified ? 1 : 0;
        if (line.Applicability == ApplicabilityStatus.DoesNotApply)
        {
            Others++;
            return;
        }

        if (!packs.TryGetValue(line.Pack.Id, out var pack))
        {
            packs.Add(line.Pack.Id, pack = new PackCounts(line.Pack));
        }

        pack.Add(line);
    }

    /// <summary>A file's name may hold what no document can: it is shown without.</summary>
    private static string Shown(string name) => string.Concat(name.Select(static letter => XmlConvert.IsXmlChar(letter) && !char.IsControl(letter) ? letter : '\uFFFD'));
}

/// <param name="Name">As the audit refers to it, as far as it can be shown.</param>
internal sealed record UnreadableFile(string Name, string Code, string Message);

/// <summary>The reports that one pack is for. Those it applies to are counted; where that is uncertain, only how many.</summary>
internal sealed class PackCounts(PackInfo pack)
{
    // Each file may name a template of its own.
    private const int MostTemplates = 200;
    private const string StandardNote = "Standard note of Laminar";
    private const string NoTemplate = "None named";
    private const string OtherTemplates = "All other templates";

    private readonly SortedDictionary<string, ReportCounts> months = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportCounts> templates = new(StringComparer.OrdinalIgnoreCase);

    public string Id => pack.Id;

    public string Version => pack.Version;

    /// <summary>Reports of which the pack can't say whether it is for them.</summary>
    public int Uncertain { get; private set; }

    public ReportCounts All { get; } = new();

    /// <summary>By month, <c>yyyy-MM</c>, in order.</summary>
    public IReadOnlyDictionary<string, ReportCounts> Months => months;

    /// <summary>By the template that the report was made from, the most used first.</summary>
    public IEnumerable<KeyValuePair<string, ReportCounts>> Templates =>
        templates.OrderByDescending(static one => one.Value.Reports).ThenBy(static one => one.Key, StringComparer.OrdinalIgnoreCase);

    public void Add(ArchiveLine line)
    {
        if (!line.Applies)
        {
            Uncertain++;
            return;
        }

        All.Add(line);
        Of(months, line.Month).Add(line);
        var template = line.StandardNote ? StandardNote : line.Template ?? NoTemplate;
        Of(templates, templates.Count < MostTemplates || templates.ContainsKey(template) ? template : OtherTemplates).Add(line);
    }

    private static ReportCounts Of(IDictionary<string, ReportCounts> counts, string key)
    {
        if (!counts.TryGetValue(key, out var known))
        {
            counts.Add(key, known = new ReportCounts());
        }

        return known;
    }
}

/// <summary>Reports that a pack applies to, and how often each of its elements has which status.</summary>
internal sealed class ReportCounts
{
    private readonly List<ElementCounts> elements = [];

    public int Reports { get; private set; }

    /// <summary>Reports in which nothing required is open and nothing disagrees.</summary>
    public int Clean { get; private set; }

    /// <summary>Reports with an open finding of severity <c>required</c>.</summary>
    public int Open { get; private set; }

    /// <summary>Reports with a disagreement.</summary>
    public int Disagreeing { get; private set; }

    /// <summary>In the pack's order.</summary>
    public IReadOnlyList<ElementCounts> Elements => elements;

    public void Add(ArchiveLine line)
    {
        var (open, disagrees) = (line.IsOpen, line.Disagrees);
        Reports++;
        Open += open ? 1 : 0;
        Disagreeing += disagrees ? 1 : 0;
        Clean += open || disagrees ? 0 : 1;
        for (var i = 0; i < line.Elements.Count; i++)
        {
            if (i == elements.Count)
            {
                elements.Add(new ElementCounts(line.Elements[i].Id));
            }

            var (id, status) = line.Elements[i];
            elements[i].Add(status != ElementStatus.Missing || line.Findings.Any(finding => Asks(finding.Element, id)) ? status : ElementCounts.NotAsked);
        }
    }

    /// <summary>A finding asks for its element, or for the open members of its group, whose ids begin with the group's.</summary>
    private static bool Asks(string asked, string element) =>
        element.StartsWith(asked, StringComparison.Ordinal) && (element.Length == asked.Length || element[asked.Length] == '.');
}

/// <summary>How often an element has each status.</summary>
internal sealed class ElementCounts(string id)
{
    /// <summary>
    /// Missing, and nothing in the report asks for it: what contrast showed where none was given, or an answer that is kept with the file.
    /// </summary>
    public const string NotAsked = "not-asked";

    /// <summary>The contract's statuses and <see cref="NotAsked"/>, in the order in which people read them: what is answered, what is unclear, what is not there.</summary>
    public static IReadOnlyList<string> Statuses { get; } =
        [ElementStatus.Documented, ElementStatus.NotPerformed, ElementStatus.TitleOnly, ElementStatus.Ambiguous, ElementStatus.Conflict, ElementStatus.Missing, NotAsked];

    private readonly int[] counts = new int[Statuses.Count];

    public string Id => id;

    /// <summary>Reports that answer the element: it was done, or it was not.</summary>
    public int Answered => this[ElementStatus.Documented] + this[ElementStatus.NotPerformed];

    /// <summary>Reports in which the element is asked for: it is missing or unclear.</summary>
    public int Open => counts.Sum() - Answered - this[NotAsked];

    /// <param name="status">One of <see cref="Statuses"/>.</param>
    public int this[string status] => counts[IndexOf(status)];

    public void Add(string status) => counts[IndexOf(status)]++;

    private static int IndexOf(string status)
    {
        for (var i = 0; i < Statuses.Count; i++)
        {
            if (Statuses[i] == status)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(status), "There is no such status of an element.");
    }
}
