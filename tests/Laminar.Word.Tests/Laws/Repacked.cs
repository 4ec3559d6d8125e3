using System.Text;
using Laminar.Tests.Generated;
using Laminar.Tests.Laws;

namespace Laminar.Word.Tests;

/// <summary>The entries of a file packed again, some of them other than they were.</summary>
internal static class Repacked
{
    public static byte[] Of(byte[] docx) => SamplePackage.Zip(Entries(docx));

    public static byte[] With(byte[] docx, string name, Func<string, string> change)
        => SamplePackage.Zip(Entries(docx).Select(entry => entry.Name == name ? (name, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(entry.Bytes)))) : entry));

    public static byte[] With(byte[] docx, string name, Func<byte[], byte[]> change)
        => SamplePackage.Zip(Entries(docx).Select(entry => entry.Name == name ? (name, change(entry.Bytes)) : entry));

    /// <summary>The same for every entry of XML.</summary>
    public static byte[] WithAll(byte[] docx, Func<string, string> change) => DocxFile.Read(docx).Entries
        .Where(static entry => entry.Name.EndsWith("xml", StringComparison.Ordinal) || entry.Name.EndsWith(".rels", StringComparison.Ordinal)).Aggregate(docx, (changed, entry) => With(changed, entry.Name, change));

    public static byte[] Without(byte[] docx, string name) => SamplePackage.Zip(Entries(docx).Where(entry => entry.Name != name));

    public static byte[] And(byte[] docx, string name, string text) => SamplePackage.Zip(Entries(docx).Append((name, Encoding.UTF8.GetBytes(text))));

    private static IEnumerable<(string Name, byte[] Bytes)> Entries(byte[] docx) => DocxFile.Read(docx).Entries.Select(static entry => (entry.Name, entry.Bytes));
}
