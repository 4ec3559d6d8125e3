namespace Laminar.Web;

internal static class SafeHeaders
{
    // For whatever is no page of its own: no script at all, nothing from elsewhere, no frame around it. Pages have theirs.
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSafeHeaders(this WebApplication app) => app.Use(static (context, next) =>
    {
        Set(context.Response.Headers);
        return next(context);
    });

    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // An answer quotes the draft.
        headers.CacheControl = "no-store";
    }
}
