using System.Text.Json.Serialization;
using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>What a pack's author has to know before publishing.</summary>
/// <param name="Errors">Why it can't be compiled: then no example was run.</param>
/// <param name="Passed">How many of its examples pass.</param>
/// <param name="Failures">Those that fail, each at the line where it stands.</param>
internal sealed record PackCheck(IReadOnlyList<PackError> Errors, int Passed, IReadOnlyList<PackError> Failures)
{
    public bool Publishable => Errors.Count + Failures.Count == 0;

    /// <summary>Null where it can't be compiled.</summary>
    [JsonIgnore]
    public Pack? Pack { get; private init; }

    public static PackCheck Of(PackContent content)
    {
        var (pack, errors) = Compile(content);
        if (pack is null)
        {
            return new PackCheck(errors, 0, []);
        }

        var report = PackExamples.Run(pack);
        return new PackCheck([.. Own(content, pack)], report.Passed, report.Failures) { Pack = pack };
    }

    /// <summary>The pack as far as it goes without its examples having run; null where it has errors.</summary>
    public static (Pack? Pack, IReadOnlyList<PackError> Errors) Compile(PackContent content)
    {
        try
        {
            return (Pack.Compile(content.Source()), []);
        }
        catch (PackException broken)
        {
            return (null, broken.Errors);
        }
    }

    /// <summary>What the folder form demands beside the engine.</summary>
    private static IEnumerable<PackError> Own(PackContent content, Pack pack)
    {
        var manifest = $"{content.Id}/{PackContent.Manifest}";
        if (pack.Id != content.Id)
        {
            yield return new PackError(manifest, 1, 1, $"The pack's id has to be its folder's name, \"{content.Id}\".", "");
        }

        if (!PackNumber.IsValid(pack.Version) || content.Version != pack.Version)
        {
            yield return new PackError(manifest, 1, 1, "The version has to stand on a line of its own, as in \"version: 1.2.0\".", "");
        }
    }
}
