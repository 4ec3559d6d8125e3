namespace Laminar.Web;

/// <summary>What a version asks otherwise than the one that was in use before.</summary>
/// <param name="At">When it came in use.</param>
/// <param name="Elements">Elements and groups whose questions are new, or changed in wording, options or severity.</param>
internal sealed record News(string Version, DateTime At, IReadOnlyList<string> Elements);

/// <summary>How long news are news; the setting <c>Packs:News</c>.</summary>
internal sealed record NewsPeriod(TimeSpan Length)
{
    public static NewsPeriod Of(IConfiguration configuration) => new(configuration.GetValue<TimeSpan?>("Packs:News") ?? TimeSpan.FromDays(14));

    public bool Holds(DateTime at) => DateTime.UtcNow - at < Length;
}
