using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Laminar.Tests.ManifestRules;

namespace Laminar.Tests;

/// <summary>What the add-in is, and for whom.</summary>
internal static partial class ManifestHead
{
    public static IEnumerable<Complaint> Check(XElement app) =>
    [
        .. Where(app.Get(XsiType) != "TaskPaneApp" || app.Element(Overrides + "VersionOverrides").Get(XsiType) != "VersionOverridesV1_0",
            "type", "It is no pane with commands of version 1.0."),
        .. Where(!Guid.TryParseExact(Text(app, "Id"), "D", out var id) || id == Guid.Empty, "id", "The Id is no GUID."),
        .. Where(!FourParts().IsMatch(Text(app, "Version")), "version", "The Version has not four parts of one to five digits, the first above 0."),
        .. Where(Text(app, "ProviderName").Length is 0 or > 125, "head-text", "ProviderName is empty or longer than 125."),
        .. Where(app.Find("DisplayName").Get("DefaultValue").Length is 0 or > 125, "head-text", "DisplayName is empty or longer than 125."),
        .. Where(app.Find("Description").Get("DefaultValue").Length is 0 or > 250, "head-text", "Description is empty or longer than 250."),
        .. Where(!Culture().IsMatch(Text(app, "DefaultLocale")), "locale", "DefaultLocale is no language."),
        .. Where(Text(app, "Permissions") != "ReadWriteDocument", "permissions", "The pane reads the whole draft and writes into it."),
        .. Where(Hosts(app) is not ["Document", "Document"], "host", "It is not for Word alone, in both lists of hosts."),
        .. Where(Sets(app) is not [("WordApi", "1.3")], "requirements", "It asks for more than WordApi 1.3, or less: the rest is probed at run time."),
    ];

    private static string Text(XElement app, string name) => app.Find(name)?.Value ?? "";

    private static List<string> Hosts(XElement app) =>
        [.. app.All("Host").Select(host => host.Name.Namespace == Office ? host.Get("Name") : host.Get(XsiType))];

    private static List<(string Name, string Version)> Sets(XElement app) => [.. app.All("Set").Select(set => (set.Get("Name"), set.Get("MinVersion")))];

    [GeneratedRegex(@"^[1-9]\d{0,4}(\.\d{1,5}){3}\z")]
    private static partial Regex FourParts();

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Z]{2})?\z")]
    private static partial Regex Culture();
}
