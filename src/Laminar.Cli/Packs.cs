using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>Finds and compiles the packs that a command reads with.</summary>
internal static class Packs
{
    /// <summary>The pack of that id or in that folder, or all shipped ones for a draft to choose from; each is compiled when it is come to.</summary>
    /// <param name="notes">Whether the command is about standard notes.</param>
    public static IEnumerable<Pack> Load(string? id, bool notes = false)
    {
        var packs = Folders(id).Select(folder => new Lazy<Pack>(() => Compile(folder, notes))).ToList();
        return packs.Select(pack => pack.Value);
    }

    /// <summary>Where the packs of <see cref="Load"/> are, in their order.</summary>
    public static IReadOnlyList<string> Folders(string? id)
    {
        if (id is not null && Path.GetFileName(id) != id && PackFolder.IsPack(id))
        {
            return [id];
        }

        var ids = From(PackFolder.Shipped, PackFolder.Ids);
        if (ids.Count == 0)
        {
            throw new UsageException($"There is no pack in {PackFolder.Shipped}.");
        }

        if (id is not null && !ids.Contains(id))
        {
            throw new UsageException($"There is no pack \"{id}\"; there is {string.Join(", ", ids)}. A folder is named with its path, such as ./{id}.");
        }

        return [.. (id is null ? ids : [id]).Select(one => Path.Combine(PackFolder.Shipped, one))];
    }

    /// <summary>The pack of that id or in that folder, or the first, with its standard note.</summary>
    public static Pack One(string? id) => Load(id, notes: true).First();

    private static Pack Compile(string folder, bool notes)
    {
        try
        {
            return Pack.Compile(Read(folder), examples: false, notes);
        }
        catch (PackException broken)
        {
            throw new UsageException($"The pack in {folder} has errors:\n{string.Join("\n", broken.Errors)}");
        }
    }

    public static PackSource Read(string folder) => From(folder, PackFolder.Read);

    /// <summary>All files of a pack in a folder, or in a zip of the folder form.</summary>
    public static PackContent ReadAll(string path)
    {
        var (content, problem) = From<(PackContent?, string?)>(path, File.Exists(path) ? ReadZip : ReadFolder);
        return content ?? throw new UsageException($"There is no pack in {path}: {problem}");
    }

    private static (PackContent? Content, string? Problem) ReadZip(string file)
    {
        using var zip = File.OpenRead(file);
        return PackArchive.Read(zip);
    }

    private static (PackContent? Content, string? Problem) ReadFolder(string folder) =>
        PackFolder.IsPack(folder) ? PackContent.Read(folder) : (null, $"A pack's folder holds a {PackContent.Manifest}.");

    /// <summary>A folder that can't be read is the command's failure and no fault of the output.</summary>
    private static T From<T>(string folder, Func<string, T> read)
    {
        try
        {
            return read(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder} could not be read.");
        }
    }
}
