using System.Globalization;
using System.Text;

namespace Laminar.Word;

/// <summary>The formatting of a run as markup. A tracked change of the formatting has a number, which no second run may bear.</summary>
internal static class RunFormatMarkup
{
    /// <summary>The formatting as it stands, with new numbers for the tracked changes in it.</summary>
    public static string Copy(MarkupTree tree, int run, Ids ids) => Write(tree, run, () => ids.Next().ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether two runs look alike; the numbers of tracked changes don't count.</summary>
    public static bool AreSame(MarkupTree tree, int one, int other)
        => tree.Slice(tree[one].ContentStart, tree.EndOfFormat(one)).SequenceEqual(tree.Slice(tree[other].ContentStart, tree.EndOfFormat(other)))
            || Write(tree, one, static () => "") == Write(tree, other, static () => "");

    private static string Write(MarkupTree tree, int run, Func<string> number)
    {
        var markup = new StringBuilder();
        var (at, end) = (tree[run].ContentStart, tree.EndOfFormat(run));
        for (var element = run + 1; element < tree.Count && tree[element].Start < end; element++)
        {
            var tag = tree.StartTag(element);
            if (tree.Attribute(element, "author") is not null && tree.WordAttributeRange(tag, "id") is var (from, to))
            {
                markup.Append(tree.Text(at, tree[element].Start)).Append(tag, 0, from).Append(number()).Append(tag, to, tag.Length - to);
                at = tree[element].ContentStart;
            }
        }

        return markup.Append(tree.Text(at, end)).ToString();
    }
}
