using System.IO.Compression;
using System.Text;

namespace Laminar.Web.Tests.Canaries;

/// <summary>A search that finds nothing proves something only if it finds what is there.</summary>
public sealed class SearcherTests
{
    private static readonly Searcher Never = new(Canary.Never);

    public static TheoryData<string> Forms => [.. Planted.Keys];

    private static Dictionary<string, Func<byte[], byte[]>> Planted { get; } = new()
    {
        ["utf-8"] = text => text,
        ["capitals"] = text => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ToUpperInvariant()),
        ["utf-16"] = text => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(text)),
        ["utf-16, big end first"] = text => Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(text)),
        ["base64"] = text => Encoding.ASCII.GetBytes(Convert.ToBase64String(text)),
        ["base64, one byte on"] = text => Encoding.ASCII.GetBytes(Convert.ToBase64String([1, .. text])),
        ["base64, two bytes on"] = text => Encoding.ASCII.GetBytes(Convert.ToBase64String([1, 2, .. text])),
        ["base64 of utf-16"] = text => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(text)))),
        ["hexadecimal"] = text => Encoding.ASCII.GetBytes(Convert.ToHexString(text)),
        ["json"] = text => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Encoding.UTF8.GetString(text)),
        ["zip"] = text => Zip("a.txt", text),
        ["zip in a zip"] = text => Zip("a.zip", Zip("a.txt", text)),
        ["name in a zip"] = text => Zip(Encoding.UTF8.GetString(text), []),
        ["gzip"] = Gzip,
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_planted_canary_is_found(string form)
    {
        var folder = Directory.CreateTempSubdirectory("laminar-canary-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "deeper"));
            File.WriteAllBytes(Path.Combine(folder, "deeper", "file"), [.. form.Contains("zip", StringComparison.Ordinal) ? [] : "before "u8.ToArray(), .. Planted[form](Canary.Bytes("Planted"))]);

            Assert.NotEmpty(Never.InFolder(folder));
            Assert.Empty(new Searcher("Nobodywrotethis").InFolder(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_canary_in_the_name_of_a_file_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("laminar-canary-").FullName;
        File.WriteAllText(Path.Combine(folder, $"{Canary.Sentence("Name")}.txt"), "");

        Assert.NotEmpty(Never.InFolder(folder));

        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Zip(string name, byte[] content)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = zip.CreateEntry(name).Open();
            member.Write(content);
        }

        return bytes.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }
}
