using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Laminar.Web;

/// <summary>The name under which a browser saves an answer. A draft's name is a stranger's text: it can't say more than a name.</summary>
internal static class DownloadName
{
    // Leaves room for the ending, and for the three letters and more that a character takes in a header.
    private const int MostLetters = 120;

    private static readonly string[] Endings = [".docx", ".docm", ".dotx", ".dotm", ".doc", ".xml", ".txt"];

    /// <summary>The header <c>Content-Disposition</c> with the name in both of its forms (RFC 6266).</summary>
    public static string Header(string draft, string extension)
    {
        var told = new ContentDispositionHeaderValue("attachment");
        told.SetHttpFileName(Of(draft, extension));
        return told.ToString();
    }

    public static string Of(string draft, string extension)
    {
        var ending = Endings.FirstOrDefault(ending => draft.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ?? "";
        var plain = Plain(draft.AsSpan(0, draft.Length - ending.Length)).Trim(' ', '.');
        return (plain.Length == 0 ? "draft" : plain) + extension;
    }

    /// <summary>Without what a system takes for more than a letter, or what steers how the name is shown.</summary>
    private static string Plain(ReadOnlySpan<char> name)
    {
        var plain = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (plain.Length >= MostLetters)
            {
                break;
            }

            _ = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => plain,
                _ when rune.IsAscii && "<>:\"/\\|?*".Contains((char)rune.Value, StringComparison.Ordinal) => plain.Append('_'),
                _ => plain.Append(rune),
            };
        }

        return plain.ToString();
    }
}
