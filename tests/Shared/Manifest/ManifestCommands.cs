using System.Xml.Linq;
using static Laminar.Tests.ManifestRules;

namespace Laminar.Tests;

/// <summary>The button and what it does.</summary>
internal static class ManifestCommands
{
    /// <summary>The pane's id by which a document can have it opened.</summary>
    private const string AutoShow = "Office.AutoShowTaskpaneWithDocument";

    public static IEnumerable<Complaint> Check(XElement app)
    {
        var ids = app.All("Group").Concat(app.All("Control")).Select(element => element.Get("id")).ToList();
        return
        [
            .. Where(ids.Distinct().Count() < ids.Count || ids.Any(id => id.Length is 0 or > 125), "command-id", "A group or button has no id of its own, or a long one."),
            .. Where(app.Find("OfficeTab").Get("id") != "TabHome", "tab", "The button is not on the Home tab."),
            .. app.All("FunctionName").SelectMany(name => Where(name.Value.Length is 0 or > 64, "function-name", $"“{name.Value}” is empty or longer than 64.")),
            .. app.All("Action").SelectMany(Action),
            .. Where(app.Find("Runtimes") is not null, "runtime", "A shared runtime excludes TaskpaneId, and with it a document that opens the pane."),
        ];
    }

    private static IEnumerable<Complaint> Action(XElement action) => action.Get(XsiType) switch
    {
        "ShowTaskpane" =>
        [
            .. Where(action.Elements().FirstOrDefault() is not { Name.LocalName: "TaskpaneId", Value: AutoShow }, "taskpane-id", $"The pane's id is not {AutoShow}, or not first."),
            .. Where(action.Find("SourceLocation") is null || action.Find("FunctionName") is not null, "action", "A button that opens a pane names its page and nothing to run."),
        ],
        "ExecuteFunction" => Where(action.Find("FunctionName") is null || action.Elements().Count() > 1, "action", "A button that runs something names just that."),
        var other => [new("action", $"There is no action {other}.")],
    };
}
