namespace Laminar.Web;

/// <summary>Who works, and on which draft as far as the client tells drafts apart: a draft is sent again after each change of it.</summary>
/// <param name="Id">The header <see cref="Header"/>: any text that the client makes up for one draft; null where it sends none.</param>
internal sealed record Visit(Person Person, string? Id)
{
    public const string Header = "Laminar-Visit";

    // A UUID and to spare; no use as a place for words.
    private const int MostLetters = 64;

    public static ValueTask<Visit> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static Visit Of(HttpContext context) =>
        new(Person.Of(context), context.Request.Headers[Header].ToString() is { Length: > 0 and <= MostLetters } id ? id : null);
}
