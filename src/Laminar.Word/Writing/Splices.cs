using System.Buffers;
using System.Text;

namespace Laminar.Word;

/// <summary>Changes to the bytes of a part, noted in any order and made in one pass.</summary>
internal sealed class Splices
{
    private readonly List<Splice> splices = [];

    public bool Any => splices.Count > 0;

    /// <summary>Puts markup at a place; what is noted later for the same place comes later.</summary>
    public void Insert(int at, string markup) => splices.Add(new Splice(at, at, markup, splices.Count));

    /// <summary>Takes out what stands between two places, unless it has been noted before.</summary>
    public void Delete(int start, int end) => Replace(start, end, "");

    public void Replace(int start, int end, string markup) => splices.Add(new Splice(start, end, markup, splices.Count));

    /// <summary>Puts markup behind the last child of an element.</summary>
    public void Append(MarkupTree tree, int element, string markup)
    {
        var place = tree[element];
        if (place.IsEmpty)
        {
            Replace(place.ContentStart - "/>".Length, place.ContentStart, $">{markup}{Seam.EndOfExpanded(tree, element)}");
        }
        else
        {
            Insert(place.ContentEnd, markup);
        }
    }

    /// <summary>Writes an element as <c>&lt;x/&gt;</c> again that was so before something was put into it and has been emptied.</summary>
    public void Collapse(MarkupTree tree, int element)
    {
        if (Seam.IsExpanded(tree, element))
        {
            Replace(tree[element].ContentStart - 1, tree[element].End, "/>");
        }
    }

    /// <summary>The changed bytes.</summary>
    public byte[] Apply(ReadOnlySpan<byte> bytes)
    {
        splices.Sort(static (one, other) => (one.Start, one.End > one.Start, one.Order).CompareTo((other.Start, other.End > other.Start, other.Order)));
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length + splices.Sum(static splice => Encoding.UTF8.GetByteCount(splice.Markup)));
        var (at, length) = (0, 0);
        foreach (var splice in splices)
        {
            // Inside something that goes altogether: gone with it.
            if (splice.End < at || (splice.End == at && splice.Start < at))
            {
                continue;
            }

            if (splice.Start > at)
            {
                bytes[at..splice.Start].CopyTo(buffer.AsSpan(length));
                length += splice.Start - at;
            }

            length += Encoding.UTF8.GetBytes(splice.Markup, buffer.AsSpan(length));
            at = splice.End;
        }

        bytes[at..].CopyTo(buffer.AsSpan(length));
        var changed = buffer.AsSpan(0, length + bytes.Length - at).ToArray();

        // Cleared: the pool outlives the request, and nothing of a draft is kept.
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return changed;
    }

    private readonly record struct Splice(int Start, int End, string Markup, int Order);
}
