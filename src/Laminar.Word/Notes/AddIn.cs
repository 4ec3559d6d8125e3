using System.Xml.Linq;

namespace Laminar.Word;

/// <summary>The add-in whose pane a standard note opens: what the note says of it has to be what its manifest says.</summary>
/// <param name="Id">Without braces.</param>
/// <param name="Version">With four parts.</param>
public sealed record AddIn(string Id, string Version)
{
    private static readonly XNamespace App = "http://schemas.microsoft.com/office/appforoffice/1.1";

    /// <exception cref="ArgumentException">The manifest names no add-in.</exception>
    public static AddIn Of(string manifest)
    {
        var root = XDocument.Parse(manifest).Root!;
        return root.Element(App + "Id")?.Value is { Length: > 0 } id && root.Element(App + "Version")?.Value is { Length: > 0 } version
            ? new AddIn(id, version)
            : throw new ArgumentException("The manifest has no id or no version.", nameof(manifest));
    }
}
