namespace Laminar.Web;

internal static class StoreSetup
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        var settings = StoreSettings.Of(builder.Configuration, builder.Environment.ContentRootPath);
        // EF makes its model while the packs are compiled; each takes as long as the other.
        _ = Task.Run(() => Store.WarmUp(settings));
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<Store>().AddSingleton<ShelfFiller>().AddSingleton<QuestionCounts>().AddSingleton<Questions>();
        builder.Services.AddHostedService<StoreWatch>();
    }
}
