using System.Text;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>Writes the tool's record (<see cref="RecordPart"/>) into the package.</summary>
internal sealed class Record
{
    // A reason is a phrase, not an essay.
    private const int MaxReason = 200;
    private readonly WritingSession session;
    private readonly List<Entry> entries;
    private readonly bool wasKept;

    public Record(WritingSession session)
    {
        this.session = session;
        entries = [.. Existing()];
        wasKept = entries.Count > 0;
    }

    /// <summary>Keeps an answer; of the same finding only the last.</summary>
    public void Add(DraftAnswer answer, string? reason, string at)
    {
        entries.RemoveAll(entry => entry.Finding == answer.Finding);
        entries.Add(new Entry(answer.Finding, answer.Answer, answer.Print, reason is { Length: > MaxReason } ? reason[..MaxReason] : reason, at));
    }

    /// <summary>Forgets the answer to a finding.</summary>
    public void Remove(string finding) => entries.RemoveAll(entry => entry.Finding == finding);

    public void Save(PackInfo pack) => Write(ToXml(pack));

    /// <summary>The record as it is kept; null where there is nothing to keep and was nothing.</summary>
    public string? ToXml(PackInfo pack) => entries.Count == 0 && !wasKept ? null : ToXml(pack, "", keepsReasons: true);

    /// <summary>
    /// Closes the record: the pack's version that was checked, when, and what was answered by choice. Own reasons, which could
    /// quote the draft, go.
    /// </summary>
    public void Finalize(PackInfo pack, string at) => Write(ToXml(pack, $" checked=\"{at}\"", keepsReasons: false));

    private string ToXml(PackInfo pack, string state, bool keepsReasons)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        xml.Append($"<record xmlns=\"{RecordPart.Namespace}\" pack=\"{WordMarkup.Escape(pack.Id)}\" version=\"{WordMarkup.Escape(pack.Version)}\"{state}>");
        foreach (var entry in entries)
        {
            xml.Append($"<answer finding=\"{WordMarkup.Escape(entry.Finding)}\" given=\"{WordMarkup.Escape(entry.Given)}\"{Optional("print", entry.Print)}{Optional("reason", keepsReasons ? entry.Reason : null)}{Optional("at", entry.At)}/>");
        }

        return xml.Append("</record>").ToString();
    }

    private void Write(string? xml)
    {
        if (xml is null)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(xml);
        if (session.Record is { } part)
        {
            session.Package.Write(part, bytes);
        }
        else
        {
            session.Lists.Add(session.Lists.FreeName("customXml/laminar"), "application/xml", RecordPart.Kind, bytes);
        }
    }

    private IEnumerable<Entry> Existing()
    {
        if (session.KeptRecord is not { } bytes)
        {
            yield break;
        }

        var tree = new MarkupTree(bytes);
        for (var child = tree.FirstChild(0); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            if (Value(tree, child, "finding") is { } finding && Value(tree, child, "given") is { } given)
            {
                yield return new Entry(finding, given, Value(tree, child, "print"), Value(tree, child, "reason"), Value(tree, child, "at"));
            }
        }
    }

    private static string? Value(MarkupTree tree, int element, string name)
        => MarkupTree.Attribute(tree.StartTag(element), name) is { } value ? System.Net.WebUtility.HtmlDecode(value) : null;

    private static string Optional(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $" {name}=\"{WordMarkup.Escape(value)}\"";

    private sealed record Entry(string Finding, string Given, string? Print, string? Reason, string? At);
}
