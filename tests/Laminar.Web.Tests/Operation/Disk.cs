namespace Laminar.Web.Tests.Operation;

/// <summary>Commands that start a server for whom a folder is a disk of its own. Nobody else sees it, and it goes with the server.</summary>
internal static class Disk
{
    // Whoever is not root here is root where nobody else is.
    private static string[] Alone => Environment.UserName == "root" ? ["unshare", "--mount"] : ["unshare", "--mount", "--map-root-user"];

    /// <summary>An empty disk of some bytes.</summary>
    public static string[] Small(string folder, int bytes) => Under($"mount -t tmpfs -o size={bytes} laminar '{folder}'");

    /// <summary>A disk that takes no writing, with what stands in the folder.</summary>
    public static string[] ReadOnly(string folder) => Under($"mount --bind '{folder}' '{folder}' && mount -o remount,bind,ro '{folder}'");

    /// <summary>Leaves no room on the disk that a file is to stand on.</summary>
    public static void Fill(string file)
    {
        // What is smaller than the others finds the rest of the room.
        foreach (var size in new[] { 1 << 16, 1 << 12 })
        {
            try
            {
                for (var bytes = new byte[size]; ;)
                {
                    using var filler = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None, 0);
                    filler.Write(bytes);
                }
            }
            catch (IOException)
            {
                // It is full.
            }
        }
    }

    private static string[] Under(string mount) => [.. Alone, "/bin/sh", "-c", $"{mount} && exec \"$@\"", "sh"];
}
