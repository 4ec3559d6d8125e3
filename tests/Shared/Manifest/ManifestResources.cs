using System.Xml.Linq;
using static Laminar.Tests.ManifestRules;

namespace Laminar.Tests;

/// <summary>Words, addresses and pictures, and the ids by which the rest of the manifest and the pane name them.</summary>
internal static class ManifestResources
{
    /// <summary>What the pane passes to <c>insertAnnotations</c>: ids of strings, since a popup takes no words.</summary>
    private static readonly string[] Popup = ["Laminar.Popup.Title", "Laminar.Popup.Subtitle", "Laminar.Popup.Brand"];

    public static IEnumerable<Complaint> Check(XElement app)
    {
        var resources = app.Descendants(Overrides + "Resources").Elements().Elements().ToList();
        var kinds = resources.ToLookup(resource => resource.Get("id"), resource => resource.Parent!.Name.LocalName);
        return
        [
            .. app.Descendants().Where(element => element.Attribute("resid") is not null).SelectMany(element =>
                Where(!kinds[element.Get("resid")].Contains(KindFor(element)), "resid", $"{element.Get("resid")} is not among the {KindFor(element)}.")),
            .. kinds.SelectMany(id => Where(id.Key.Length is 0 or > 32, "resource-id", $"“{id.Key}” is empty or longer than 32.")),
            .. kinds.SelectMany(id => Where(id.Count() > 1, "resource-id", $"“{id.Key}” stands for two things.")),
            .. Lengths(resources, "ShortStrings", 125, "short-string"),
            .. Lengths(resources, "LongStrings", 250, "long-string"),
            .. Popup.SelectMany(id => Where(!kinds[id].Contains("ShortStrings"), "popup", $"{id} is missing; the pane passes it.")),
        ];
    }

    private static string KindFor(XElement reference) => reference.Name.LocalName switch
    {
        "Image" => "Images",
        "SourceLocation" or "FunctionFile" or "LearnMoreUrl" => "Urls",
        "Description" => "LongStrings",
        _ => "ShortStrings",
    };

    private static IEnumerable<Complaint> Lengths(IEnumerable<XElement> resources, string kind, int most, string rule) => resources
        .Where(resource => resource.Parent!.Name.LocalName == kind && (resource.Get("DefaultValue").Length is 0 || resource.Get("DefaultValue").Length > most))
        .Select(resource => new Complaint(rule, $"{resource.Get("id")} is empty or longer than {most}."));
}
