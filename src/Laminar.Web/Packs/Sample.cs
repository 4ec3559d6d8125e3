namespace Laminar.Web;

/// <summary>A fictional draft that ships with a pack.</summary>
/// <param name="Name">The file's name without its extension: how the page's address names it.</param>
internal sealed record Sample(string Name, string Pack, string FileName, byte[] Bytes)
{
    /// <summary>The name for people: "thoracic-one-level" is "Thoracic one level".</summary>
    public string Title => Words.FromId(Name);

    public static IEnumerable<Sample> ReadAll(string packFolder)
    {
        var drafts = Path.Combine(packFolder, "drafts");
        return Directory.Exists(drafts)
            ? Directory.GetFiles(drafts)
                .Where(file => Path.GetExtension(file) is ".txt" or ".docx")
                .Order(StringComparer.Ordinal)
                .Select(file => new Sample(Path.GetFileNameWithoutExtension(file), Path.GetFileName(packFolder), Path.GetFileName(file), File.ReadAllBytes(file)))
            : [];
    }
}
