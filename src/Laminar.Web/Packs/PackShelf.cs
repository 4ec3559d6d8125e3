using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>A pack that drafts are read with, and the files that it was compiled from.</summary>
/// <param name="Hash">Of the files; see <see cref="PackContent.Hash"/>.</param>
internal sealed record ShelvedPack(Pack Pack, PackContent Content, string Hash)
{
    public string Id => Pack.Id;

    /// <summary>Null where nobody has to be told of anything.</summary>
    public News? News { get; init; }
}

/// <summary>
/// The packs that the server reads with, each in the version that is in use, and their sample drafts. All of it is exchanged at once;
/// whoever has found a pack keeps that very version for as long as the work takes. Its first packs are read while the rest of the
/// server starts: who asks for any of them sooner waits, and gets the <see cref="PackException"/> of a pack that has errors.
/// </summary>
internal sealed class PackShelf
{
    private readonly Task<Row> shipped;
    private volatile Row? put;

    /// <param name="templates">The folder of the packs' folders.</param>
    public PackShelf(string templates) => shipped = ReadAsync(templates);

    /// <summary>What came with the server.</summary>
    public IReadOnlyList<ShelvedPack> Shipped => shipped.GetAwaiter().GetResult().Shelved;

    /// <summary>The packs with their files, in the order in which drafts choose from them.</summary>
    public IReadOnlyList<ShelvedPack> Shelved => Now.Shelved;

    public IReadOnlyList<Pack> All => Now.Packs;

    public IReadOnlyList<Sample> Samples => Now.Samples;

    private Row Now => put ?? shipped.GetAwaiter().GetResult();

    /// <summary>The pack of that id, or null.</summary>
    public Pack? Find(string id) => All.FirstOrDefault(pack => pack.Id == id);

    /// <summary>The same with its files and its news.</summary>
    public ShelvedPack? FindShelved(string id) => Shelved.FirstOrDefault(pack => pack.Id == id);

    /// <summary>The packs that a draft is to choose from: the named one, or all where none is named; empty where there is none such.</summary>
    public IReadOnlyList<Pack> For(string? id) =>
        All is var all && string.IsNullOrEmpty(id) ? all : [.. all.Where(pack => pack.Id == id)];

    /// <summary>Whether a draft is one of the samples.</summary>
    /// <param name="sha256">As a scan's result says it.</param>
    public bool IsSample(string sha256) => Now.SampleHashes.Contains(sha256);

    public void Put(IEnumerable<ShelvedPack> packs) => put = new Row([.. packs.OrderBy(pack => pack.Pack.Order).ThenBy(pack => pack.Id, StringComparer.Ordinal)]);

    /// <exception cref="PackException">A pack has errors: the server does not start on half of its packs.</exception>
    private static async Task<Row> ReadAsync(string templates) =>
        new(await Task.WhenAll(PackFolder.Ids(templates).Select(id => Task.Run(() => Compiled(Path.Combine(templates, id))))));

    private static ShelvedPack Compiled(string folder)
    {
        var (content, problem) = PackContent.Read(folder);
        if (content is null)
        {
            throw new PackException([new PackError(folder, 1, 1, problem!, "")]);
        }

        return new ShelvedPack(Pack.Compile(content.Source()), content, content.Hash);
    }

    private sealed class Row(IReadOnlyList<ShelvedPack> shelved)
    {
        public IReadOnlyList<ShelvedPack> Shelved { get; } = shelved;

        public IReadOnlyList<Pack> Packs { get; } = [.. shelved.Select(pack => pack.Pack)];

        public IReadOnlyList<Sample> Samples { get; } = [.. shelved.SelectMany(pack => Sample.Of(pack.Content))];

        public HashSet<string> SampleHashes => hashes.Value;

        private readonly Lazy<HashSet<string>> hashes = new(() => [.. shelved.SelectMany(pack => Sample.Of(pack.Content)).Select(sample => sample.Hash)]);
    }
}
