namespace Laminar.Web;

internal static class StaticPageFiles
{
    /// <summary>
    /// The files of wwwroot. Nothing of this server is kept, but for the icons: Office shows a blank one in place of an icon whose
    /// answer has any Cache-Control at all.
    /// </summary>
    public static void UsePageFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = static file =>
        {
            if (file.Context.Request.Path.StartsWithSegments("/icons"))
            {
                file.Context.Response.Headers.Remove("Cache-Control");
            }
        },
    });
}
