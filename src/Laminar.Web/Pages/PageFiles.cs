namespace Laminar.Web;

/// <summary>
/// The files of wwwroot, read once at the start: a page and its scripts are always of one build, whatever happens to the folder
/// under a running server. Only kinds that a page uses are served.
/// </summary>
internal sealed class PageFiles
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
    };

    private PageFiles(IReadOnlyList<PageFile> files) => All = files;

    public IReadOnlyList<PageFile> All { get; }

    public static PageFiles Load(string folder) => new(
    [
        .. from path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : []
           where Types.ContainsKey(Path.GetExtension(path))
           orderby path
           select new PageFile(Address(folder, path), Types[Path.GetExtension(path)], File.ReadAllBytes(path), File.GetLastWriteTimeUtc(path)),
    ]);

    /// <summary>
    /// Has each file compressed beside the first visitors: first what the first page is made of, the studio last. Who asks before waits for
    /// that file alone, and so does who needs what signs people in: most servers never send that.
    /// </summary>
    public void CompressBeside() => new Thread(() =>
    {
        foreach (var file in All.Where(file => file.IsText && !file.Address.StartsWith("/lib/", StringComparison.Ordinal)).OrderBy(file => file.Address.Contains("/studio", StringComparison.Ordinal)))
        {
            file.Compress();
        }
    }) { IsBackground = true, Priority = ThreadPriority.BelowNormal }.Start();

    private static string Address(string folder, string path)
    {
        var address = "/" + Path.GetRelativePath(folder, path).Replace('\\', '/');
        return address switch
        {
            "/index.html" => "/",
            _ when address.EndsWith(".html", StringComparison.OrdinalIgnoreCase) => address[..^".html".Length],
            _ => address,
        };
    }
}
