using System.Security.Cryptography;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>A fictional draft that belongs to a pack.</summary>
/// <param name="Name">The file's name without its extension: how the page's address names it.</param>
internal sealed record Sample(string Name, string Pack, string FileName, byte[] Bytes)
{
    /// <summary>The name for people: "thoracic-one-level" is "Thoracic one level".</summary>
    public string Title => Words.FromId(Name);

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public static IEnumerable<Sample> Of(PackContent pack) => pack.Files
        .Where(file => file.Key.StartsWith($"{pack.Id}/drafts/", StringComparison.Ordinal) && Path.GetExtension(file.Key) is ".txt" or ".docx")
        .Select(file => new Sample(Path.GetFileNameWithoutExtension(file.Key), pack.Id, Path.GetFileName(file.Key), file.Value));
}
