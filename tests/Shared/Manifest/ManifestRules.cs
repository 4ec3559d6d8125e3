using System.Xml.Linq;

namespace Laminar.Tests;

/// <summary>One thing that Office, or a promise of ours, holds against a manifest.</summary>
/// <param name="Rule">The rule's name, by which the tests break it.</param>
internal sealed record Complaint(string Rule, string Message);

/// <summary>
/// What Microsoft's validator refuses, as far as its documentation says; it runs online only. The facts are those of the manifest
/// reference (OfficeDev/office-js-docs-reference, docs/manifest) and of the schemas in [MS-OWEMXML], in words of our own.
/// </summary>
internal static class ManifestRules
{
    public static readonly XNamespace Office = "http://schemas.microsoft.com/office/appforoffice/1.1";
    public static readonly XNamespace Overrides = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
    public static readonly XNamespace Basic = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
    public static readonly XName XsiType = XName.Get("type", "http://www.w3.org/2001/XMLSchema-instance");

    /// <param name="content">What the pane's server has at a path.</param>
    public static IReadOnlyList<Complaint> Check(string manifest, Func<string, byte[]?> content)
    {
        var app = XDocument.Parse(manifest).Root!;
        return
        [
            .. ManifestOrder.Check(app),
            .. ManifestHead.Check(app),
            .. ManifestAddresses.Check(app),
            .. ManifestResources.Check(app),
            .. ManifestIcons.Check(app, content),
            .. ManifestCommands.Check(app),
        ];
    }

    public static IEnumerable<Complaint> Where(bool broken, string rule, string message) => broken ? [new(rule, message)] : [];

    /// <summary>The first element of that name in any of the manifest's namespaces.</summary>
    public static XElement? Find(this XElement app, string name) => app.Descendants().FirstOrDefault(element => element.Name.LocalName == name);

    public static IEnumerable<XElement> All(this XElement app, string name) => app.Descendants().Where(element => element.Name.LocalName == name);

    public static string Get(this XElement? element, XName attribute) => (string?)element?.Attribute(attribute) ?? "";
}
