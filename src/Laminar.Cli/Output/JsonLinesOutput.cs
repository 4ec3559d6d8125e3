using System.Text.Encodings.Web;
using System.Text.Json;
using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Cli;

/// <summary>One result a line, in the order of the files.</summary>
internal sealed class JsonLinesOutput(Stream stream) : IScanOutput
{
    public void Result(Draft draft, ScanResult result)
    {
        ResultWriter.Write(stream, result, indented: false);
        EndLine();
    }

    public void Unreadable(string file, DraftError error)
    {
        ErrorJson.Write(stream, file, error, indented: false);
        EndLine();
    }

    public void Dispose() => stream.Dispose();

    // A reader of the pipe gets each line as soon as it stands.
    private void EndLine()
    {
        stream.Write("\n"u8);
        stream.Flush();
    }
}

/// <summary>The contract's line for a file that can't be read.</summary>
internal static class ErrorJson
{
    public static void Write(Stream stream, string file, DraftError error, bool indented)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject("document");
        json.WriteString("name", Path.GetFileName(Path.TrimEndingDirectorySeparator(file)));
        json.WriteEndObject();
        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
