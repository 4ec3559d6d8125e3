using Laminar.Engine;

namespace Laminar.Fuzz;

/// <summary>What holds of any draft that was read, and of any scan.</summary>
internal static class Soundness
{
    public static void Check(Draft draft)
    {
        foreach (var paragraph in draft.Paragraphs)
        {
            if (paragraph.Spans.Any(span => span.Start < 0 || span.Length <= 0 || span.End > paragraph.Text.Length))
            {
                throw new FaultException("A span reaches out of its paragraph.");
            }
        }
    }

    public static void Check(Draft draft, ScanResult scan)
    {
        var evidence = scan.Elements.SelectMany(static element => element.Evidence).Concat(scan.Findings.SelectMany(static finding => finding.Evidence))
            .Concat(scan.Applicability.Evidence).Concat(scan.Blanks);
        foreach (var one in evidence)
        {
            if (draft.Paragraphs[one.Paragraph].Text.Substring(one.Start, one.Length) != one.Text)
            {
                throw new FaultException("Evidence is not what stands there.");
            }
        }

        if (scan.Findings.Any(finding => finding.Placement is { } place && (place.Offset < 0 || place.Offset > draft.Paragraphs[place.Paragraph].Text.Length)))
        {
            throw new FaultException("A place lies out of its paragraph.");
        }

        if (scan.Findings.DistinctBy(static finding => finding.Id).Count() != scan.Findings.Count)
        {
            throw new FaultException("Two findings have one id.");
        }
    }

    public static byte[] Json(ScanResult scan)
    {
        var stream = new MemoryStream();
        ResultWriter.Write(stream, scan, indented: false);
        return stream.ToArray();
    }
}
