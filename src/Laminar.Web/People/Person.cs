namespace Laminar.Web;

/// <summary>
/// Who sends a request, as the server itself knows it; an endpoint that takes a person gets this one. Nothing that a request says of itself
/// counts. Where nobody has to sign in, everybody is the local user.
/// </summary>
internal sealed record Person(string Name)
{
    private const string Local = "local";

    public static ValueTask<Person> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static Person Of(HttpContext context) => new(context.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name }
        ? name
        : context.RequestServices.GetRequiredService<IConfiguration>()["People:Local"] is { Length: > 0 } told ? told : Local);
}
