namespace Laminar.Hosts;

/// <summary>Which pack reads a draft when nobody names one.</summary>
internal static class PackChoice
{
    /// <summary>The first by id. The draft itself will choose once a second pack ships.</summary>
    public static string? Default(IReadOnlyList<string> ids) => ids.Count == 0 ? null : ids[0];
}
