using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>The packs that the server reads with, compiled once, and the sample drafts that came with them.</summary>
internal sealed class PackShelf
{
    private PackShelf(IReadOnlyList<Pack> packs, IReadOnlyList<Sample> samples)
    {
        All = packs;
        Samples = samples;
    }

    /// <summary>In the order in which drafts choose from them.</summary>
    public IReadOnlyList<Pack> All { get; }

    public IReadOnlyList<Sample> Samples { get; }

    /// <summary>The pack of that id, or null.</summary>
    public Pack? Find(string id) => All.FirstOrDefault(pack => pack.Id == id);

    /// <summary>The packs that a draft is to choose from: the named one, or all where none is named; empty where there is none such.</summary>
    public IReadOnlyList<Pack> For(string? id) =>
        string.IsNullOrEmpty(id) ? All : [.. All.Where(pack => pack.Id == id)];

    /// <exception cref="PackException">A pack has errors: the server does not start on half of its packs.</exception>
    public static PackShelf Load(string templates)
    {
        var folders = PackFolder.Ids(templates).Select(id => Path.Combine(templates, id)).ToList();
        return new PackShelf(
            [.. folders.Select(Checked)],
            [.. folders.SelectMany(Sample.ReadAll)]);
    }

    /// <summary>A pack whose own examples fail does not say what its author thinks it says: it is not served.</summary>
    private static Pack Checked(string folder)
    {
        var pack = Pack.Compile(PackFolder.Read(folder));
        var report = PackExamples.Run(pack);
        return report.Failures.Count == 0 ? pack : throw new PackException(report.Failures);
    }
}
