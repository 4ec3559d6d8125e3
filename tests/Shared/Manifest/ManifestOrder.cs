using System.Xml.Linq;
using static Laminar.Tests.ManifestRules;

namespace Laminar.Tests;

/// <summary>Which elements may stand in which, and in which order: the schema's sequences, for what a pane in Word can use.</summary>
internal static class ManifestOrder
{
    // A name alone is there once; ? is once or not at all, + is once or more. In the parent's namespace, where no prefix says another.
    private static readonly Dictionary<XName, string> Children = new()
    {
        [Office + "OfficeApp"] = "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl "
            + "SupportUrl AppDomains? Hosts Requirements? DefaultSettings Permissions ov:VersionOverrides? ExtendedOverrides?",
        [Office + "AppDomains"] = "AppDomain+",
        [Office + "Hosts"] = "Host+",
        [Office + "Requirements"] = "Sets",
        [Office + "Sets"] = "Set+",
        [Office + "DefaultSettings"] = "SourceLocation",
        [Overrides + "VersionOverrides"] = "Description? Requirements? Hosts Resources WebApplicationInfo? EquivalentAddins?",
        [Overrides + "Hosts"] = "Host+",
        [Overrides + "Host"] = "Runtimes? DesktopFormFactor",
        [Overrides + "Runtimes"] = "Runtime+",
        [Overrides + "DesktopFormFactor"] = "GetStarted? FunctionFile? ExtensionPoint+",
        [Overrides + "GetStarted"] = "Title Description LearnMoreUrl",
        [Overrides + "ExtensionPoint"] = "OfficeTab",
        [Overrides + "OfficeTab"] = "Group",
        [Overrides + "Group"] = "Label Icon Control+",
        [Overrides + "Control"] = "Label Supertip Icon Action",
        [Overrides + "Supertip"] = "Title Description",
        [Overrides + "Icon"] = "bt:Image+",
        [Overrides + "Action"] = "TaskpaneId? SourceLocation? Title? FunctionName?",
        [Overrides + "Resources"] = "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
        [Basic + "Images"] = "Image+",
        [Basic + "Urls"] = "Url+",
        [Basic + "ShortStrings"] = "String+",
        [Basic + "LongStrings"] = "String+",
    };

    public static IEnumerable<Complaint> Check(XElement app) =>
        app.DescendantsAndSelf().SelectMany(Sequence).Select(message => new Complaint("order", message));

    private static IEnumerable<string> Sequence(XElement parent)
    {
        var children = parent.Elements().Select(child => child.Name).ToList();
        var at = 0;
        foreach (var step in Children.GetValueOrDefault(parent.Name, "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = NameOf(step.TrimEnd('?', '+'), parent.Name.Namespace);
            var count = children.Skip(at).TakeWhile(child => child == name).Count();
            at += count;
            if (count == 0 && !step.EndsWith('?'))
            {
                yield return $"{parent.Name.LocalName} lacks {name.LocalName}, or has it out of its place.";
            }
            else if (count > 1 && !step.EndsWith('+'))
            {
                yield return $"{parent.Name.LocalName} has {name.LocalName} more than once.";
            }
        }

        if (at < children.Count)
        {
            yield return $"{children[at].LocalName} may not stand in {parent.Name.LocalName}, or not there.";
        }
    }

    private static XName NameOf(string name, XNamespace parent) => name.Split(':') switch
    {
        ["ov", var local] => Overrides + local,
        ["bt", var local] => Basic + local,
        _ => parent + name,
    };
}
