using System.IO.Compression;
using System.Text;

namespace Laminar.Tests;

/// <summary>What is looked at in a Word file that was written.</summary>
internal static class WrittenFiles
{
    /// <summary>The parts by their names, as text.</summary>
    public static SortedDictionary<string, string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return new SortedDictionary<string, string>(zip.Entries.ToDictionary(entry => entry.FullName, Text), StringComparer.Ordinal);
    }

    public static string Document(byte[] file) => Parts(file)["word/document.xml"];

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
