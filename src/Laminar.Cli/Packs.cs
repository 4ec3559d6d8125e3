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

    /// <summary>A folder that can't be read is the command's failure and no fault of the output.</summary>
    private static T From<T>(string folder, Func<string, T> read)
    {
        try
        {
            return read(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The folder {folder} could not be read.");
        }
    }
}
