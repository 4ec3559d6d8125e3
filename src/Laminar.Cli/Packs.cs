using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>Finds and compiles the pack that a command reads with.</summary>
internal static class Packs
{
    public static Pack Load(string? id)
    {
        var ids = PackFolder.Ids(PackFolder.Shipped);
        var chosen = id ?? PackChoice.Default(ids) ?? throw new UsageException($"There is no pack in {PackFolder.Shipped}.");
        if (!ids.Contains(chosen))
        {
            throw new UsageException($"There is no pack \"{chosen}\"; there is {string.Join(", ", ids)}.");
        }

        try
        {
            return Pack.Compile(PackFolder.Read(Path.Combine(PackFolder.Shipped, chosen)), examples: false);
        }
        catch (PackException broken)
        {
            throw new UsageException($"The pack \"{chosen}\" has errors:\n{string.Join("\n", broken.Errors)}");
        }
    }
}
