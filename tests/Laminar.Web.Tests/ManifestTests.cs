using System.Xml.Linq;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>manifest/manifest.xml, and that each rule it is held against can be broken.</summary>
public sealed class ManifestTests
{
    private const string Icon16 = "<bt:Image size=\"16\" resid=\"Laminar.Icon.16\"/>";
    private const string TaskpaneId = "<TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId>";

    private static readonly string Long = new('x', 251);

    /// <summary>A rule, and a change to the manifest that breaks it.</summary>
    public static TheoryData<string, string, string> Breaks { get; } = new()
    {
        { "order", "<Version>1.0.0.0</Version>", "" },
        { "order", "<ProviderName>Laminar</ProviderName>", "<ProviderName>Laminar</ProviderName><ProviderName>Laminar</ProviderName>" },
        { "order", "<DefaultLocale>en-US</DefaultLocale>", "<DefaultLocale>en-US</DefaultLocale><Colour>blue</Colour>" },
        { "order", "<Permissions>ReadWriteDocument</Permissions>", "<Permissions>ReadWriteDocument</Permissions><AppDomains><AppDomain>https://a.example</AppDomain></AppDomains>" },
        { "order", TaskpaneId + "\n                    <SourceLocation resid=\"Laminar.Pane.Url\"/>", "<SourceLocation resid=\"Laminar.Pane.Url\"/>" + TaskpaneId },
        { "order", "<bt:Urls>", "<bt:Urls/><bt:Urls>" },
        { "type", "TaskPaneApp", "ContentApp" },
        { "type", "VersionOverridesV1_0", "VersionOverridesV1_1" },
        { "id", "<Id>", "<Id>x" },
        { "version", "<Version>1.0.0.0<", "<Version>1.0.0<" },
        { "version", "<Version>1.0.0.0<", "<Version>0.1.0.0<" },
        { "version", "<Version>1.0.0.0<", "<Version>1.0.0.123456<" },
        { "head-text", "<DisplayName DefaultValue=\"Laminar\"", "<DisplayName DefaultValue=\"\"" },
        { "head-text", "<Description DefaultValue=\"", $"<Description DefaultValue=\"{Long}" },
        { "head-text", "<ProviderName>", $"<ProviderName>{Long}" },
        { "locale", "<DefaultLocale>en-US", "<DefaultLocale>English" },
        { "permissions", "ReadWriteDocument", "ReadDocument" },
        { "host", "<Host Name=\"Document\"/>", "<Host Name=\"Workbook\"/>" },
        { "requirements", "MinVersion=\"1.3\"", "MinVersion=\"1.7\"" },
        { "https", "<SupportUrl DefaultValue=\"https:", "<SupportUrl DefaultValue=\"http:" },
        { "https", "<bt:Url id=\"Laminar.Start.Url\" DefaultValue=\"https:", "<bt:Url id=\"Laminar.Start.Url\" DefaultValue=\"http:" },
        { "https", "<Hosts>\n    <Host Name", "<AppDomains><AppDomain>http://a.example</AppDomain></AppDomains><Hosts><Host Name" },
        { "url-length", "<SupportUrl DefaultValue=\"https://localhost:5443/", $"<SupportUrl DefaultValue=\"https://localhost:5443/{new string('x', 2048)}" },
        { "one-host", "<SupportUrl DefaultValue=\"https://localhost:5443/", "<SupportUrl DefaultValue=\"https://laminar.example.org/" },
        { "app-domain", "<Hosts>\n    <Host Name", "<AppDomains><AppDomain>https://a.example/</AppDomain></AppDomains><Hosts><Host Name" },
        { "app-domain", "<Hosts>\n    <Host Name", "<AppDomains><AppDomain>https://localhost:5443</AppDomain></AppDomains><Hosts><Host Name" },
        { "source-location", "<SourceLocation DefaultValue=\"https://localhost:5443/pane\"/>", "<SourceLocation DefaultValue=\"https://localhost:5443/\"/>" },
        { "resid", "<Label resid=\"Laminar.Group.Label\"/>", "<Label resid=\"Laminar.Group.Lable\"/>" },
        { "resid", "<Label resid=\"Laminar.Group.Label\"/>", "<Label resid=\"Laminar.Check.Description\"/>" },
        { "resid", Icon16, "<bt:Image size=\"16\" resid=\"Laminar.Pane.Url\"/>" },
        { "resource-id", "String id=\"Laminar.Started.Description\"", "String id=\"Laminar.Started.Description.Is.Long\"" },
        { "resource-id", "String id=\"Laminar.Group.Label\"", "String id=\"Laminar.Check.Label\"" },
        { "short-string", "DefaultValue=\"Check report\"", $"DefaultValue=\"{Long[..126]}\"" },
        { "long-string", "DefaultValue=\"Read this draft", $"DefaultValue=\"{Long}" },
        { "popup", "id=\"Laminar.Popup.Subtitle\"", "id=\"Laminar.Popup.SubTitle\"" },
        { "icon-sizes", Icon16, "" },
        { "icon-sizes", Icon16, "<bt:Image size=\"17\" resid=\"Laminar.Icon.16\"/>" },
        { "icon-name", "<IconUrl DefaultValue=\"https://localhost:5443/icons/laminar-32.png\"", "<IconUrl DefaultValue=\"https://localhost:5443/icons/laminar-64.png\"" },
        { "icon-file", "/icons/laminar-80.png", "/icons/laminer-80.png" },
        { "icon-pixels", "size=\"20\" resid=\"Laminar.Icon.20\"", "size=\"20\" resid=\"Laminar.Icon.24\"" },
        { "command-id", "id=\"Laminar.Check\"", "id=\"Laminar.Group\"" },
        { "tab", "TabHome", "TabInsert" },
        { "function-name", "<Title resid=\"Laminar.Pane.Title\"/>", $"<Title resid=\"Laminar.Pane.Title\"/><FunctionName>{Long[..65]}</FunctionName>" },
        { "taskpane-id", TaskpaneId, "" },
        { "taskpane-id", TaskpaneId, "<TaskpaneId>Laminar.Pane</TaskpaneId>" },
        { "action", "xsi:type=\"ShowTaskpane\"", "xsi:type=\"ExecuteFunction\"" },
        { "action", "xsi:type=\"ShowTaskpane\"", "xsi:type=\"ShowPane\"" },
        { "runtime", "<DesktopFormFactor>", "<Runtimes><Runtime resid=\"Laminar.Pane.Url\" lifetime=\"long\"/></Runtimes><DesktopFormFactor>" },
    };

    [Fact]
    public void The_manifest_keeps_every_rule() => Assert.Empty(ManifestRules.Check(ManifestFiles.Manifest, ManifestFiles.At));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_broken_manifest_is_caught(string rule, string good, string bad)
    {
        var broken = Replace(ManifestFiles.Manifest.ReplaceLineEndings("\n"), good, bad);

        Assert.Contains(rule, ManifestRules.Check(broken, ManifestFiles.At).Select(complaint => complaint.Rule));
    }

    [Theory]
    [InlineData("icon-pixels", 1000)]
    [InlineData("icon-bytes", 200_000)]
    public void An_icon_that_is_no_small_picture_is_caught(string rule, int bytes) =>
        Assert.Contains(rule, ManifestRules.Check(ManifestFiles.Manifest, _ => new byte[bytes]).Select(complaint => complaint.Rule));

    [Fact]
    public void Nothing_that_the_manifest_has_is_left_unused()
    {
        var manifest = ManifestFiles.Manifest;
        foreach (var id in XDocument.Parse(manifest).Root!.All("Resources").Elements().Elements().Select(resource => resource.Get("id")))
        {
            Assert.True(id.StartsWith("Laminar.Popup.", StringComparison.Ordinal) || manifest.Contains($"resid=\"{id}\"", StringComparison.Ordinal), id);
        }
    }

    [Fact]
    public void The_readme_names_the_id_by_which_Word_knows_it()
    {
        var id = XDocument.Parse(ManifestFiles.Manifest).Root!.Find("Id")!.Value;

        Assert.Equal(2, ManifestFiles.Readme.Split(id).Length - 1);
    }

    /// <summary>The first place only: what stands in several is broken in one.</summary>
    private static string Replace(string manifest, string good, string bad)
    {
        var at = manifest.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The manifest has no {good}; the test changes nothing.");
        return string.Concat(manifest.AsSpan(0, at), bad, manifest.AsSpan(at + good.Length));
    }
}
