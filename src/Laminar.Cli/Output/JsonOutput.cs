using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Cli;

/// <summary>Indented JSON: the result itself for one file, an array for several.</summary>
internal sealed class JsonOutput(Stream stream, int files) : IScanOutput
{
    private int written;

    public void Result(Draft draft, ScanResult result)
    {
        Separate();
        ResultWriter.Write(stream, result, indented: true);
    }

    public void Unreadable(string file, DraftError error)
    {
        Separate();
        ErrorJson.Write(stream, file, error, indented: true);
    }

    public void Dispose()
    {
        stream.Write(files > 1 ? "\n]\n"u8 : "\n"u8);
        stream.Dispose();
    }

    private void Separate()
    {
        if (files > 1)
        {
            stream.Write(written == 0 ? "[\n"u8 : ",\n"u8);
        }

        written++;
    }
}
