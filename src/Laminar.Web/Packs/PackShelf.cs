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
        var first = PackChoice.Default([.. packs.Select(pack => pack.Id)]);
        Default = packs.FirstOrDefault(pack => pack.Id == first);
    }

    public IReadOnlyList<Pack> All { get; }

    /// <summary>Null where no pack is installed at all.</summary>
    public Pack? Default { get; }

    public IReadOnlyList<Sample> Samples { get; }

    /// <param name="id">Null or empty asks for the default.</param>
    public Pack? Find(string? id) =>
        string.IsNullOrEmpty(id) ? Default : All.FirstOrDefault(pack => pack.Id == id);

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
