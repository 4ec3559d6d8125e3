using System.Text.Json;
using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>What the trail keeps of answers: the questions, and which of the pack's own options was chosen. Own words stay in the document.</summary>
internal static class AnswerDetails
{
    private const string OwnWords = "own words";

    /// <param name="taken">Answers that were written.</param>
    public static void Write(Utf8JsonWriter json, ScanResult scan, IEnumerable<Answer> taken, int refused, PackShelf shelf)
    {
        json.WriteStartArray("answers");
        foreach (var answer in taken)
        {
            if (scan.Findings.FirstOrDefault(finding => finding.Id == answer.Finding) is { } finding)
            {
                Write(json, scan, finding, answer, shelf);
            }
        }

        json.WriteEndArray();
        json.WriteNumber("refused", refused);
    }

    private static void Write(Utf8JsonWriter json, ScanResult scan, Finding finding, Answer answer, PackShelf shelf)
    {
        json.WriteStartObject();
        json.WriteString("finding", finding.Id);
        json.WriteString("element", finding.Element);
        if (OfferedWords.ReasonOf(answer) is { } reason)
        {
            json.WriteString("dismissed", reason);
        }
        else
        {
            json.WriteStartObject("fields");
            var fields = finding.Suggestion?.Fields ?? [];
            foreach (var field in fields)
            {
                var given = answer.Fields is null ? answer.Text : answer.Fields.GetValueOrDefault(field.Name);
                if (given is not null)
                {
                    json.WriteString(field.Name, OfferedWords.Of(shelf, scan, finding.Element, field, given) ?? OwnWords);
                }
            }

            if (fields.Count == 0 && answer.Text is { } text)
            {
                json.WriteString("", OfferedWords.Of(shelf, scan, finding.Element, null, text) ?? OwnWords);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
