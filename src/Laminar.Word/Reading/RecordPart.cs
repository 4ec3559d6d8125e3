using System.Xml;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>
/// What the tool leaves with a document, as a custom XML part: which findings were answered and how, and at the end which
/// version of a pack was checked. Ids, options and fingerprints; no text of the draft.
/// </summary>
internal static class RecordPart
{
    /// <summary>The namespace of the part; its version goes up when an older reader would misread it.</summary>
    public const string Namespace = "urn:laminar:record:1";

    public const string Kind = "customXml";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Whether a custom XML part is the record: the others are nobody's business here and aren't parsed.</summary>
    public static bool Is(ReadOnlySpan<byte> part) => part.IndexOf("urn:laminar:record:1"u8) >= 0;

    /// <summary>Reads the answers of a record that came beside the file; none where it is damaged or something else.</summary>
    public static IReadOnlyList<DraftAnswer> ReadOrNothing(ReadOnlyMemory<byte> record, ReadBudget budget)
    {
        if (!Is(record.Span) || record.Length > budget.Limits.MaxFileBytes)
        {
            return [];
        }

        try
        {
            var stream = new PartStream(DraftReader.Segment(record), budget.Cancellation);
            using var xml = new XmlCursor(XmlReader.Create(stream, Settings), stream, budget, rented: null);
            xml.MoveToRoot();
            return Read(xml, budget);
        }
        catch (Exception damaged) when (damaged is XmlException or RefusalException)
        {
            return [];
        }
    }

    /// <summary>Reads the answers; the cursor stands at the root.</summary>
    public static IReadOnlyList<DraftAnswer> Read(XmlCursor xml, ReadBudget budget)
    {
        var answers = new List<DraftAnswer>();
        if (xml.Namespace != Namespace)
        {
            return answers;
        }

        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Skip())
        {
            if (xml.Name == "answer" && xml.PlainAttribute("finding") is { } finding && xml.PlainAttribute("given") is { } given)
            {
                answers.Add(new DraftAnswer(finding, given, xml.PlainAttribute("print")));
                budget.RefuseMoreEntries(answers.Count);
            }
        }

        return answers;
    }
}
