namespace Laminar.Web;

internal static class Address
{
    private const string Local = "http://localhost:5080";

    /// <summary>Listens on this machine alone, on a fixed port, unless any of ASP.NET's own settings says where.</summary>
    public static void UseLocalAddressByDefault(this WebApplicationBuilder builder)
    {
        string[] settings = ["urls", "http_ports", "https_ports"];
        var told = settings.Any(name => !string.IsNullOrEmpty(builder.Configuration[name]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!told)
        {
            builder.WebHost.UseUrls(Local);
        }
    }
}
