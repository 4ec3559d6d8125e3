using System.IO.Compression;
using System.Text;
using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Web;

namespace Laminar.Benchmarks;

/// <summary>What comes beside a draft, or is a pack, made to do harm. Each answers with whether it was taken.</summary>
internal static class HostileGivens
{
    private const string Refused = "refused";
    private const int MostJson = GivenAnswers.MaxBytes;

    public static IEnumerable<(string What, string? Answer, Func<string?> Work)> All
    {
        get
        {
            byte[] archive;
            archive = Zip(("a/pack.yaml", " ", 1 << 30));
            yield return Archive("a pack's zip of 1 GB, 1 : 1000", archive);
            yield return Archive("a pack's zip of 6,000 files", Zip([.. Enumerable.Range(0, 6000).Select(static number => ($"a/{number}.yaml", "x", 1))]));
            foreach (var name in (string[])["../a/pack.yaml", "a/../../b.yaml", "/etc/passwd", @"a\pack.yaml", "a/C:x", "a/b.", "a/./b", "a//b", "a/\u0000b", "a/" + new string('x', 60_000)])
            {
                yield return Archive($"a pack's file named “{name[..Math.Min(name.Length, 20)].Replace('\0', '0')}”", Zip(("a/pack.yaml", "id: a\n", 1), (name, "x", 1)));
            }

            yield return Archive("a pack's file twice, in capital letters", Zip(("a/pack.yaml", "id: a\n", 1), ("a/PACK.yaml", "id: a\n", 1)));
            yield return Yaml("YAML of 30 MB in one line", Many("word ", 6 << 20));
            yield return Yaml("YAML of 2 million lines", Many("a\n", 2_000_000));
            yield return Yaml("YAML with 2 million list items", "id:\n" + Many("- a\n", 2_000_000));
            yield return Yaml("YAML 10 million deep", Many("[", 10_000_000));
            yield return Yaml("YAML 1,000 deep by indentation", string.Concat(Enumerable.Range(0, 1000).Select(static depth => new string(' ', depth) + "a:\n")));
            yield return Yaml("YAML of aliases of aliases", string.Concat(Enumerable.Range(1, 20).Select(static number => $"a{number}: &a{number} [{Many($"*a{number - 1},", 10)}]\n")));
            foreach (var (what, text) in ((string, string)[])
            [
                ("deep", Many("[", MostJson)),
                ("deep in a list of answers", "{\"by\":\"A\",\"answers\":" + Many("[", 500_000)),
                ("a list of a million", "{\"by\":\"A\",\"answers\":[" + Many("{},", 340_000) + "{}],\"edits\":[],\"findings\":[]}"),
                ("a name of a megabyte", "{\"by\":\"" + Many("x", MostJson - 100) + "\",\"answers\":[],\"edits\":[],\"findings\":[]}"),
                ("100,000 keys", "{" + string.Concat(Enumerable.Range(0, 70_000).Select(static number => $"\"k{number}\":1,")) + "\"by\":1}"),
            ])
            {
                var json = Encoding.UTF8.GetBytes(text);
                yield return ($"JSON: {what}", what == "a list of a million" ? null : Refused, () => Said(GivenAnswers.Parse(json).Problem) & Said(GivenEdits.Parse(json).Problem) & Said(GivenFlags.Parse(json).Problem) ? Refused : null);
            }
        }
    }

    private static bool Said(string? problem) => problem is not null;

    private static (string, string?, Func<string?>) Archive(string what, byte[] zip)
        => (what, Refused, () => PackArchive.Read(new MemoryStream(zip)).Problem is null ? null : Refused);

    private static (string, string?, Func<string?>) Yaml(string what, string text) => (what, Refused, () =>
    {
        try
        {
            Pack.Compile(new PackSource([new PackFile("a/pack.yaml", text)]));
            return null;
        }
        catch (PackException)
        {
            return Refused;
        }
    });

    private static string Many(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    private static byte[] Zip(params (string Name, string Piece, int Count)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, piece, count) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                var chunk = Encoding.UTF8.GetBytes(Many(piece, Math.Min(count, 1 << 16)));
                for (var left = count * piece.Length; left > 0; left -= chunk.Length)
                {
                    entry.Write(chunk);
                }
            }
        }

        return stream.ToArray();
    }
}
