using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>Walks the content of an .odt once and knows at each character which tracked insertions are open and what was deleted there.</summary>
internal sealed class OfficeReader(XElement content)
{
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Drawing = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    private static readonly XNamespace Person = "http://purl.org/dc/elements/1.1/";

    private readonly Dictionary<string, XElement> changes = content.Descendants(Text + "changed-region").ToDictionary(static region => region.Attribute(Text + "id")!.Value);
    private readonly Dictionary<string, StringBuilder> insertions = [];
    private readonly HashSet<string> open = [];
    private readonly List<OfficeNote> comments = [];
    private readonly OfficeParagraphs accepted = new();
    private readonly OfficeParagraphs rejected = new();
    private readonly HashSet<string> openDeletions = [];
    private bool isAside;

    private bool IsDeleted => isAside || openDeletions.Count > 0;

    public OfficeText Read()
    {
        ReadNodes(content.Descendants(Office + "text").First());
        return new OfficeText(accepted.Ended(), rejected.Ended(),
            [.. insertions.Select(insertion => new OfficeNote(Author(changes[insertion.Key]), insertion.Value.ToString()))], comments);
    }

    private void ReadNodes(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
            {
                ReadElement(child);
            }
            else if (node is XText text && element.AncestorsAndSelf().Any(static holder => IsParagraph(holder)))
            {
                Put(text.Value);
            }
        }
    }

    private void ReadElement(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "tracked-changes" or "sequence-decls" or "note" or "forms":
                break;
            case "annotation":
                comments.Add(new OfficeNote(Author(element), string.Join('\n', element.Elements().Where(IsText).Select(static paragraph => paragraph.Value))));
                break;
            case "change-start":
                Begin(Id(element));
                break;
            case "change-end":
                open.Remove(Id(element));
                openDeletions.Remove(Id(element));
                break;
            case "change":
                ReadDeletion(changes[Id(element)]);
                break;
            case "s":
                Put(new string(' ', int.Parse(element.Attribute(Text + "c")?.Value ?? "1", CultureInfo.InvariantCulture)));
                break;
            case "tab":
                Put("\t");
                break;
            case "line-break":
                Put("\n");
                break;
            case "p" or "h" when IsParagraph(element):
                ReadNodes(element);
                Break();
                break;
            case var _ when element.Name.Namespace == Drawing && element.Parent!.Name.Namespace == Text:
                Both(static paragraphs => paragraphs.Enter());
                ReadNodes(element);
                Both(static paragraphs => paragraphs.Leave());
                break;
            default:
                ReadNodes(element);
                break;
        }
    }

    // What was deleted stands in its place when changes are shown; otherwise it is kept aside, its first and last paragraph being parts of those around it.
    private void ReadDeletion(XElement region)
    {
        isAside = true;
        var paragraphs = region.Elements(Text + "deletion").Elements().Where(IsParagraph).ToList();
        for (var number = 0; number < paragraphs.Count; number++)
        {
            ReadNodes(paragraphs[number]);
            if (number < paragraphs.Count - 1)
            {
                Break();
            }
        }

        isAside = false;
    }

    private void Begin(string id)
    {
        if (changes[id].Element(Text + "deletion") is not null)
        {
            openDeletions.Add(id);
        }
        else if (changes[id].Element(Text + "insertion") is not null)
        {
            open.Add(id);
            insertions.TryAdd(id, new StringBuilder());
        }
    }

    private void Put(string text)
    {
        Shown().ForEach(paragraphs => paragraphs.Put(text));
        Note(text);
    }

    private void Break()
    {
        Shown().ForEach(static paragraphs => paragraphs.Break());
        Note("\n");
    }

    private void Note(string text)
    {
        foreach (var id in open.Where(_ => !IsDeleted))
        {
            insertions[id].Append(text);
        }
    }

    private void Both(Action<OfficeParagraphs> what)
    {
        what(accepted);
        what(rejected);
    }

    private List<OfficeParagraphs> Shown() => [.. IsDeleted ? [] : new[] { accepted }, .. open.Count > 0 ? [] : new[] { rejected }];

    private static bool IsParagraph(XElement element) => element.Name == Text + "p" || element.Name == Text + "h";

    private static bool IsText(XElement element) => IsParagraph(element) || element.Name == Text + "list";

    private static string Id(XElement change) => change.Attribute(Text + "change-id")!.Value;

    private static string Author(XElement element) => element.Descendants(Person + "creator").FirstOrDefault()?.Value ?? "";
}
