using System.Security.Cryptography.X509Certificates;

namespace Laminar.Web;

internal static partial class Address
{
    private const string Local = "http://localhost:5080";

    /// <summary>Word opens a pane over https alone; manifest/manifest.xml names this address.</summary>
    private const string LocalForWord = "https://localhost:5443";

    /// <summary>
    /// Listens on this machine alone, on fixed ports, unless any of ASP.NET's own settings says where. With https only where
    /// there is a development certificate: nobody is asked for one, and nothing fails without.
    /// </summary>
    public static void UseLocalAddressByDefault(this WebApplicationBuilder builder)
    {
        string[] settings = ["urls", "http_ports", "https_ports"];
        var told = settings.Any(name => !string.IsNullOrEmpty(builder.Configuration[name]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!told)
        {
            builder.UseLocalAddress(DevelopmentCertificate.Find());
        }
    }

    private static void UseLocalAddress(this WebApplicationBuilder builder, X509Certificate2? certificate)
    {
        builder.WebHost.UseUrls(certificate is null ? [Local] : [Local, LocalForWord]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        builder.Services.AddHostedService(services => new Notice(services.GetRequiredService<ILogger<Notice>>(), certificate));
    }

    /// <summary>Says once, at the start, whether Word can reach this server.</summary>
    private sealed partial class Notice(ILogger<Notice> logger, X509Certificate2? certificate) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (certificate is null)
            {
                LogHttpAlone(logger);
            }
            else
            {
                LogHttps(logger, LocalForWord, certificate.NotAfter);
            }

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(EventId = 4, Level = LogLevel.Information, Message = "Without https, which Word's add-ins need: there is no development certificate (dotnet dev-certs https --trust)")]
        private static partial void LogHttpAlone(ILogger logger);

        [LoggerMessage(EventId = 5, Level = LogLevel.Information, Message = "For Word's add-ins: {Address}, with the development certificate that ends on {End:yyyy-MM-dd}")]
        private static partial void LogHttps(ILogger logger, string address, DateTime end);
    }
}
