using System.Text.Json;
using Laminar.Engine;

namespace Laminar.Web;

/// <summary>The paragraphs of a draft as JSON: the text always, the rest only where it is not the ordinary.</summary>
internal static class ParagraphsJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<DraftParagraph> paragraphs)
    {
        json.WriteStartArray("paragraphs");
        foreach (var paragraph in paragraphs)
        {
            json.WriteStartObject();
            json.WriteString("text", paragraph.Text);
            Place(json, paragraph);
            Spans(json, paragraph.Spans);
            Deleted(json, paragraph.Deleted);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Place(Utf8JsonWriter json, DraftParagraph paragraph)
    {
        if (paragraph.Part != DraftPart.Body)
        {
            json.WriteString("part", NameOf(paragraph.Part));
        }

        if (paragraph.HeadingLevel > 0)
        {
            json.WriteNumber("heading", paragraph.HeadingLevel);
        }

        if (paragraph.IsListItem)
        {
            json.WriteBoolean("item", true);
        }

        if (paragraph.Cell is { } cell)
        {
            json.WriteStartObject("cell");
            json.WriteNumber("table", cell.Table);
            json.WriteNumber("row", cell.Row);
            json.WriteNumber("column", cell.Column);
            json.WriteEndObject();
        }
    }

    private static void Spans(Utf8JsonWriter json, IReadOnlyList<DraftSpan> spans)
    {
        if (spans.Count == 0)
        {
            return;
        }

        json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            json.WriteStartObject();
            json.WriteString("kind", NameOf(span.Kind));
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            if (span.Tag is { } tag)
            {
                json.WriteString("tag", tag);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Deleted(Utf8JsonWriter json, IReadOnlyList<DeletedText> deleted)
    {
        if (deleted.Count == 0)
        {
            return;
        }

        json.WriteStartArray("deleted");
        foreach (var one in deleted)
        {
            json.WriteStartObject();
            json.WriteNumber("offset", one.Offset);
            json.WriteString("text", one.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string NameOf(DraftPart part) => part switch
    {
        DraftPart.Header => "header",
        DraftPart.Footer => "footer",
        DraftPart.Footnote => "footnote",
        DraftPart.Endnote => "endnote",
        _ => "body",
    };

    private static string NameOf(DraftSpanKind kind) => kind switch
    {
        DraftSpanKind.Bold => "bold",
        DraftSpanKind.PendingInsertion => "inserted",
        DraftSpanKind.ContentControl => "control",
        _ => "placeholder",
    };
}
