using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>Finds and compiles the pack that a command reads with.</summary>
internal static class Packs
{
    public static Pack Load(string? id)
    {
        var ids = From(PackFolder.Shipped, PackFolder.Ids);
        var chosen = id ?? PackChoice.Default(ids) ?? throw new UsageException($"There is no pack in {PackFolder.Shipped}.");
        if (!ids.Contains(chosen))
        {
            throw new UsageException($"There is no pack \"{chosen}\"; there is {string.Join(", ", ids)}.");
        }

        try
        {
            return Pack.Compile(Read(Path.Combine(PackFolder.Shipped, chosen)), examples: false);
        }
        catch (PackException broken)
        {
            throw new UsageException($"The pack \"{chosen}\" has errors:\n{string.Join("\n", broken.Errors)}");
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
        PackFolder.IsPack(folder) ? PackFolder.ReadAll(folder) : (null, $"A pack's folder holds a {PackContent.Manifest}.");

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
