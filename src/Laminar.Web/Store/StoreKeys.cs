using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Laminar.Web;

/// <summary>A key of data protection, as the framework writes it.</summary>
internal sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

/// <summary>The keys of data protection in the store, the same for all servers; the framework would put them into a folder of whoever runs the server.</summary>
internal sealed class StoreKeys(Store store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = store.Context();
        return [.. context.Keys.Select(static key => key.Xml).AsEnumerable().Select(static xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = store.Context();
        context.Keys.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}

internal static class StoreKeysSetup
{
    private const string Hosted = "Microsoft.AspNetCore.DataProtection.Internal.DataProtectionHostedService";

    public static void AddKeys(this WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("Laminar");
        builder.Services.AddSingleton<StoreKeys>().AddSingleton<IConfigureOptions<KeyManagementOptions>>(static services =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = services.GetRequiredService<StoreKeys>()));
        var (certificates, _) = CertificatesOf(builder.Configuration);
        if (certificates is [var certificate, .. var earlier])
        {
            protection.ProtectKeysWithCertificate(certificate).UnprotectKeysWithAnyCertificate(earlier);
        }

        // It reads the keys at the start, before the store is there; whoever needs them first does it as well. Sign-in brings it along, too.
        builder.Services.Remove(builder.Services.Single(static service => service.ImplementationType?.FullName == Hosted));
    }

    /// <summary>
    /// What the keys are encrypted with, and behind it what earlier ones were; none where none is named. Or one sentence about what is wrong with them.
    /// </summary>
    public static (X509Certificate2[] Certificates, string? Problem) CertificatesOf(IConfiguration configuration)
    {
        var settings = configuration.GetSection("DataProtection");
        var earlier = settings.GetSection("Earlier").GetChildren().ToList();
        if (settings["Certificate"] is not { Length: > 0 })
        {
            return ([], earlier.Count > 0 ? $"There are earlier certificates ({earlier[0].Path}) and none of now; name it in DataProtection:Certificate." : null);
        }

        var certificates = new List<X509Certificate2>();
        foreach (var one in earlier.Prepend(settings))
        {
            var (certificate, problem) = CertificateOf(one);
            if (certificate is null)
            {
                return ([], problem);
            }

            certificates.Add(certificate);
        }

        return ([.. certificates], null);
    }

    private static (X509Certificate2? Certificate, string? Problem) CertificateOf(IConfigurationSection named)
    {
        var path = named["Certificate"] ?? "";
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, named["Password"]);
            return certificate.HasPrivateKey ? (certificate, null) : (null, $"The certificate of the setting {named.Path}:Certificate, {path}, has no private key; export it anew with its key.");
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"The file of the setting {named.Path}:Certificate, {path}, can't be opened as a certificate with its key (PFX); see that it is there and readable, and what {named.Path}:Password says.");
        }
    }
}
