namespace Laminar.Web;

internal static class StoreSetup
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(StoreSettings.Of(builder.Configuration, builder.Environment.ContentRootPath)).AddSingleton<StoreGlance>();
        builder.Services.AddSingleton<Store>().AddSingleton<ShelfFiller>().AddSingleton<QuestionCounts>().AddSingleton<Questions>();
        builder.Services.AddSingleton<AuditPending>().AddSingleton<AuditTrail>();
        builder.Services.AddHostedService<StoreWatch>();
    }
}
