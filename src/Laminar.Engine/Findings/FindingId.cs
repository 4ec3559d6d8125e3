using System.Globalization;
using System.Text;

namespace Laminar.Engine.Findings;

/// <summary>
/// A finding's id depends on what is asked and on the words that raise it, never on where they stand, so that edits elsewhere
/// leave it alone. FNV-1a, 64 bits: stable across versions and machines, which <see cref="string.GetHashCode()"/> is not.
/// </summary>
public static class FindingId
{
    internal static string Of(string pack, string element, string kind, IEnumerable<string> words)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in words.Select(w => w.ToLowerInvariant()).Order(StringComparer.Ordinal).Prepend(kind).Prepend(element).Prepend(pack))
        {
            foreach (var b in Encoding.UTF8.GetBytes(part))
            {
                hash = (hash ^ b) * 1099511628211UL;
            }

            hash = (hash ^ 0x1F) * 1099511628211UL;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{element}.{kind}.{hash:x16}");
    }

    /// <summary>The element and the kind of an id; null for a text that is none. Names of elements may hold dots.</summary>
    public static (string Element, string Kind)? Parse(string id)
    {
        var hash = id.LastIndexOf('.');
        var kind = hash > 0 ? id.LastIndexOf('.', hash - 1) : -1;
        return kind > 0 ? (id[..kind], id[(kind + 1)..hash]) : null;
    }
}
