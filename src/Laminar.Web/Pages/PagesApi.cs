namespace Laminar.Web;

/// <summary>The workbench, Word's pane, and the files that they load.</summary>
internal static class PagesApi
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var pages = PageFiles.Load(Path.Combine(builder.Environment.ContentRootPath, "wwwroot"));
        builder.Services.AddSingleton(pages);
        builder.Services.AddSingleton(services => new PagePolicies(builder.Configuration["Pane:FrameAncestors"], services.GetRequiredService<SignIn>().Origin));
    }

    public static void MapPages(this WebApplication app)
    {
        var policies = app.Services.GetRequiredService<PagePolicies>();
        foreach (var file in app.Services.GetRequiredService<PageFiles>().All)
        {
            app.MapMethods(file.Address, [HttpMethods.Get, HttpMethods.Head], context => Answer(context, file, policies).ExecuteAsync(context))
                .AllowAnonymous()
                .ExcludeFromDescription();
        }
    }

    private static IResult Answer(HttpContext context, PageFile file, PagePolicies policies)
    {
        var (form, headers) = (file.FormFor(context.Request), context.Response.Headers);
        SetCaching(headers, file);
        if (form.Coding is { } coding)
        {
            headers.ContentEncoding = coding;
        }

        if (file.IsPage)
        {
            headers.ContentSecurityPolicy = policies.Of(file);
        }

        return TypedResults.Bytes(form.Bytes, file.Type, lastModified: file.Changed, entityTag: form.Tag);
    }

    /// <summary>
    /// A page, a script or a style is asked for anew each time and sent only where it has changed: after an update nobody runs half
    /// of it. Pictures bear no Cache-Control at all: Office shows a blank icon in place of one that does.
    /// </summary>
    private static void SetCaching(IHeaderDictionary headers, PageFile file)
    {
        if (file.IsText)
        {
            headers.CacheControl = "no-cache";
            headers.Vary = "Accept-Encoding";
        }
        else
        {
            headers.Remove("Cache-Control");
        }
    }
}
