using System.Xml.Linq;
using static Laminar.Tests.ManifestRules;

namespace Laminar.Tests;

/// <summary>Where Office finds the pane: one server, over https, the same for hosts that read no overrides.</summary>
internal static class ManifestAddresses
{
    private static readonly string[] Elements = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Url", "Image"];

    public static IEnumerable<Complaint> Check(XElement app)
    {
        var addresses = app.Descendants().Where(element => Elements.Contains(element.Name.LocalName))
            .Select(element => element.Get("DefaultValue")).Where(address => address.Length > 0).ToList();
        var domains = app.All("AppDomain").Select(domain => domain.Value).ToList();
        return
        [
            .. addresses.Concat(domains).SelectMany(address => Where(!IsSecure(address), "https", $"{address} is not https.")),
            .. addresses.SelectMany(address => Where(address.Length > 2048, "url-length", $"{address} is longer than 2048.")),
            .. Where(addresses.Select(Origin).Distinct().Count() > 1, "one-host", "It names more than one server."),
            .. domains.SelectMany(domain => Where(domain != Origin(domain), "app-domain", $"{domain} is more than scheme, name and port.")),
            .. domains.SelectMany(domain => Where(domain == Origin(addresses[0]), "app-domain", $"{domain} is trusted as the pane's own.")),
            .. Where(Base(app).Length == 0 || Base(app) != Pane(app), "source-location", "A host that reads no overrides (Word on an iPad) gets another page."),
        ];
    }

    private static string Base(XElement app) => app.Descendants(Office + "SourceLocation").FirstOrDefault().Get("DefaultValue");

    private static string Pane(XElement app)
    {
        var id = app.Descendants(Overrides + "SourceLocation").FirstOrDefault().Get("resid");
        return app.All("Url").FirstOrDefault(url => url.Get("id") == id).Get("DefaultValue");
    }

    private static bool IsSecure(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static string Origin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : address;
}
