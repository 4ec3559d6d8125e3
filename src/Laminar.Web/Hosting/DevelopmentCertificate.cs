using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Laminar.Web;

/// <summary>The certificate for localhost that <c>dotnet dev-certs https</c> makes.</summary>
internal static class DevelopmentCertificate
{
    /// <summary>The extension by which ASP.NET knows its own among all others.</summary>
    private const string Mark = "1.3.6.1.4.1.311.84.1.1";

    /// <summary>
    /// The one that holds longest; null where none is valid. The server gets this very certificate: one that the server looked
    /// for itself and judged otherwise would keep it from starting.
    /// </summary>
    public static X509Certificate2? Find()
    {
        try
        {
            var now = DateTime.Now;
            return Stored().Find(X509FindType.FindByExtension, Mark, validOnly: false)
                .Where(certificate => certificate.HasPrivateKey && certificate.NotBefore <= now && now < certificate.NotAfter)
                .MaxBy(certificate => certificate.NotAfter);
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // No store, or none that this user may read: nothing to serve https with.
            return null;
        }
    }

    private static X509Certificate2Collection Stored()
    {
        if (OperatingSystem.IsMacOS())
        {
            return OnDisk();
        }

        using var store = new X509Store(StoreName.My, StoreLocation.CurrentUser, OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        return store.Certificates;
    }

    /// <summary>The key in a Mac's keychain is given out after a question; dev-certs keeps a copy beside, for which nobody is asked.</summary>
    private static X509Certificate2Collection OnDisk()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aspnet", "dev-certs", "https");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "aspnetcore-localhost-*.pfx") : [];
        return [.. files.Select(file => X509CertificateLoader.LoadPkcs12FromFile(file, password: null))];
    }
}
