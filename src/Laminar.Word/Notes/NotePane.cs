using System.Security.Cryptography;
using System.Text;
using Laminar.Engine;

namespace Laminar.Word;

/// <summary>The parts that have Word open the pane with the document, where the add-in is installed.</summary>
internal static class NotePane
{
    public const string ExtensionId = "rId1";

    public const string Taskpanes =
        "<wetp:taskpanes xmlns:wetp=\"http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11\">"
        + "<wetp:taskpane dockstate=\"right\" visibility=\"0\" width=\"350\" row=\"4\">"
        + $"<wetp:webextensionref xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"{ExtensionId}\"/></wetp:taskpane></wetp:taskpanes>";

    /// <summary>Refers to the add-in as the admin centre deploys it; the instance has a number of its own, the same for the same pack.</summary>
    public static string Extension(Pack pack, AddIn addIn)
        => $"<we:webextension xmlns:we=\"http://schemas.microsoft.com/office/webextensions/webextension/2010/11\" id=\"{{{Instance(pack.Id)}}}\">"
            + $"<we:reference id=\"{WordMarkup.Escape(addIn.Id)}\" version=\"{WordMarkup.Escape(addIn.Version)}\" store=\"EXCatalog\" storeType=\"EXCatalog\"/>"
            + "<we:alternateReferences/><we:properties><we:property name=\"Office.AutoShowTaskpaneWithDocument\" value=\"true\"/></we:properties>"
            + "<we:bindings/><we:snapshot/></we:webextension>";

    private static string Instance(string pack)
        => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"laminar-note:{pack}")).AsSpan(0, 16)).ToString().ToUpperInvariant();
}
