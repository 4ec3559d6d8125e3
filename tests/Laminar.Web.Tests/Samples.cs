namespace Laminar.Web.Tests;

/// <summary>The sample drafts that ship with the server's packs.</summary>
internal static class Samples
{
    private static string Folder { get; } = Path.Combine(Path.GetDirectoryName(WebServer.Dll)!, "templates", "percutaneous-interlaminar-decompression", "drafts");

    public static string PathOf(string fileName) => Path.Combine(Folder, fileName);

    public static string[] Lines(string name) => File.ReadAllLines(PathOf($"{name}.txt"));
}
