namespace Laminar.Web.Tests;

/// <summary>The sample drafts that ship with the server's packs.</summary>
internal static class Samples
{
    private const string First = "percutaneous-interlaminar-decompression";

    public static string PathOf(string fileName, string pack = First) => Path.Combine(Path.GetDirectoryName(WebServer.Dll)!, "templates", pack, "drafts", fileName);

    public static string[] Lines(string name) => File.ReadAllLines(PathOf($"{name}.txt"));
}
