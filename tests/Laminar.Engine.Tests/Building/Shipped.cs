using System.Reflection;
using Laminar.Hosts;

namespace Laminar.Engine.Tests;

/// <summary>The shipped packs, compiled once, and ways to read something with the first of them.</summary>
internal static class Shipped
{
    private const string PackId = "percutaneous-interlaminar-decompression";

    public static string Templates { get; } =
        typeof(Shipped).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "templates").Value!;

    public static string Folder { get; } = Path.Combine(Templates, PackId);

    public static PackSource Source { get; } = PackFolder.Read(Folder);

    public static Pack Pack { get; } = Pack.Compile(Source);

    /// <summary>All packs in the order in which drafts choose from them.</summary>
    public static IReadOnlyList<Pack> Packs { get; } =
        [.. PackFolder.Ids(Templates).Select(id => id == PackId ? Pack : Pack.Compile(PackFolder.Read(Path.Combine(Templates, id))))];

    /// <summary>Pack and name of every sample draft.</summary>
    public static IEnumerable<(string Pack, string Name)> Samples { get; } =
        [.. Packs.SelectMany(p => Directory.GetFiles(Path.Combine(Templates, p.Id, "drafts"), "*.txt").Order(StringComparer.Ordinal).Select(f => (p.Id, Path.GetFileNameWithoutExtension(f))))];

    public static Draft Sample(string pack, string name)
        => Draft.FromText(name + ".txt", File.ReadAllText(Path.Combine(Templates, pack, "drafts", name + ".txt")));

    public static ScanResult Scan(Draft draft) => Scanner.Scan(draft, Pack);

    public static ScanResult Scan(string text) => Scan(Draft.FromText("draft.txt", text));

    /// <summary>Reads a sentence as it would stand in the description of the operation.</summary>
    public static ScanResult Describe(string sentence) => Scan("DESCRIPTION OF PROCEDURE:\n" + sentence);

    public static ElementResult Element(this ScanResult result, string id) => result.Elements.Single(e => e.Id == id);

    /// <summary>Status and values in one line: "documented C5-C6 C6-C7".</summary>
    public static string Reads(this ScanResult result, string element)
    {
        var found = result.Element(element);
        return string.Join(' ', found.Values.Order(StringComparer.Ordinal).Prepend(found.Status));
    }

    /// <summary>The pack's files with one of them changed.</summary>
    public static PackSource With(string file, Func<string, string> change)
    {
        var changed = Source.Files.Select(f => f.Path.EndsWith(file, StringComparison.Ordinal) ? f with { Text = change(f.Text) } : f).ToList();
        Assert.NotEqual(Source.Files, changed);
        return new PackSource(changed);
    }
}
