using System.Text.Json;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>Findings that somebody asks the surgeon to settle: <c>{ "by": …, "findings": [ id, … ] }</c>.</summary>
internal sealed record GivenFlags(string By, IReadOnlyCollection<string> Findings)
{
    /// <summary>Either the flags or one sentence about what is wrong with them, which quotes nothing of them.</summary>
    public static (GivenFlags? Flags, string? Problem) Parse(ReadOnlyMemory<byte> json) => GivenJson.Parse(json, "flags", Read);

    private static (GivenFlags?, string?) Read(JsonElement root)
    {
        if (GivenJson.List(root, "findings") is not { } list || list.EnumerateArray().Any(static id => id.ValueKind != JsonValueKind.String))
        {
            return (null, "The flags have to be an object with a list \"findings\" of ids.");
        }

        if (GivenJson.Text(root, "by")?.Trim() is not { Length: > 0 } by)
        {
            return (null, "The flags have to say in \"by\" who asks: the comments say that name.");
        }

        return GivenJson.ProblemOf(by) is { } wrong
            ? (null, wrong)
            : (new GivenFlags(by, list.EnumerateArray().Select(static id => id.GetString()!).ToHashSet()), null);
    }
}
