using System.Text.Json.Serialization;
using Laminar.Engine;

namespace Laminar.Web;

/// <summary>A pack with what it asks for.</summary>
/// <param name="News">What is asked otherwise than in the version before; left out after a while, and where there was none before.</param>
internal sealed record PackDetails(
    string Id,
    string Version,
    string Title,
    IReadOnlyList<ElementDetails> Elements,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] News? News)
{
    public static PackDetails Of(ShelvedPack shelved, NewsPeriod period) => new(
        shelved.Id, shelved.Pack.Version, shelved.Pack.Title, [.. shelved.Pack.Outline.Select(ElementDetails.Of)],
        shelved.News is { } news && period.Holds(news.At) ? news : null);
}

/// <param name="Severity">What a finding has where the element is missing.</param>
/// <param name="Patient">Whether the fact belongs to one patient: a standard note must not have it written in.</param>
/// <param name="Phrase">The sentence that is suggested, with its fields in braces; left out for an element that is never asked for.</param>
/// <param name="Fields">The phrase's fields with the options that are offered; left out where it has none.</param>
internal sealed record ElementDetails(
    string Id,
    string Name,
    string Severity,
    string Question,
    bool Patient,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Phrase,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<PackField>? Fields)
{
    public static ElementDetails Of(PackElement element) => new(
        element.Id, element.Name, element.Severity, element.Question, element.Patient, element.Phrase, element.Fields is [] ? null : element.Fields);
}
