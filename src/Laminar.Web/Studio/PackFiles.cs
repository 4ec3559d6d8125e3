using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>A file of a pack: as text where it is text in UTF-8, else as base64.</summary>
/// <param name="Path">Inside <c>templates/</c>.</param>
internal sealed record PackFileText(string Path, string? Text = null, string? Base64 = null)
{
    public static PackFileText Of(string path, byte[] bytes) =>
        PackContent.TextOf(bytes) is { } text ? new(path, text, null) : new(path, null, Convert.ToBase64String(bytes));

    public static IReadOnlyList<PackFileText> AllOf(PackContent content) => [.. content.Files.Select(file => Of(file.Key, file.Value))];
}

/// <summary>Files of a pack that become others; one with neither text nor base64 is taken out.</summary>
internal static class PackChanges
{
    /// <summary>The pack with the changes in it, or why there is none.</summary>
    public static (PackContent? Content, Problem? Problem) Apply(PackContent content, IReadOnlyList<PackFileText?>? changes)
    {
        var files = new List<KeyValuePair<string, byte[]?>>();
        foreach (var change in changes ?? [])
        {
            if (change is null)
            {
                return (null, Bad("A change is null; each names the path of a file."));
            }

            if (BytesOf(change, out var bytes))
            {
                files.Add(new(change.Path, bytes));
            }
            else
            {
                return (null, Bad("A file's base64 is damaged; send it again."));
            }
        }

        return content.With(files) is ({ } changed, _) result ? (changed, null) : (null, Bad(content.With(files).Problem!));
    }

    private static bool BytesOf(PackFileText change, out byte[]? bytes)
    {
        bytes = change.Text is null ? null : System.Text.Encoding.UTF8.GetBytes(change.Text);
        if (change.Base64 is null)
        {
            return true;
        }

        bytes = new byte[change.Base64.Length];
        var sound = Convert.TryFromBase64String(change.Base64, bytes, out var length);
        bytes = bytes[..length];
        return sound;
    }

    private static Problem Bad(string sentence) => new(422, "files", sentence);
}
