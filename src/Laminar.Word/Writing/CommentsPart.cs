using System.Text;
using System.Text.RegularExpressions;

namespace Laminar.Word;

/// <summary>The comments of the document, and which of them are questions of ours.</summary>
internal sealed partial class CommentsPart
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private const string Kind = "comments";
    private readonly EditablePackage package;
    private readonly PackageLists lists;
    private readonly MarkupTree main;
    private readonly string name;
    private readonly string folder;
    private readonly StringBuilder added = new();

    /// <param name="name">The part that the main part names, or null.</param>
    /// <param name="extended">The part that says which comment replies to which, or null.</param>
    public CommentsPart(EditablePackage package, PackageLists lists, MarkupTree main, string folder, string? name, string? extended)
    {
        (this.package, this.lists, this.main, this.folder) = (package, lists, main, folder);
        this.name = name ?? "";
        var replies = extended is not null && package.Read(extended) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        Questions = package.Has(this.name) ? [.. Read(new MarkupTree(package.Read(this.name)!), replies)] : [];
    }

    /// <summary>Our questions that stand in the document; those with replies are not for taking out.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>The last line of a question: it ties the comment to its finding, for people and for us.</summary>
    public static string Reference(string findingId) => $"Question {findingId}";

    /// <summary>The part's own markup, for what is to be added.</summary>
    public MarkupTree Tree() => package.Has(name) ? new MarkupTree(package.Read(name)!) : main;

    public void Add(string comment) => added.Append(comment);

    /// <summary>Writes what was added, into a new part where there is none.</summary>
    public void Save()
    {
        if (added.Length == 0)
        {
            return;
        }

        if (package.Has(name))
        {
            var tree = Tree();
            var splices = new Splices();
            splices.Append(tree, 0, added.ToString());
            package.Write(name, splices.Apply(tree.Bytes));
            return;
        }

        // A file may name comments that it has not: then they come where it says.
        var w = main.WordPrefix;
        var root = $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{w}comments xmlns:{w[..^1]}=\"{main.WordNamespace}\">{added}</{w}comments>";
        if (name.Length == 0)
        {
            lists.Add(lists.FreeName($"{folder}comments"), ContentType, Kind, Encoding.UTF8.GetBytes(root));
        }
        else
        {
            lists.AddNamed(name, ContentType, Encoding.UTF8.GetBytes(root));
        }
    }

    /// <summary>Takes out questions; a part that is empty then and was ours goes with them.</summary>
    public void Remove(IReadOnlySet<int> ids)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var tree = Tree();
        var splices = new Splices();
        var left = 0;
        for (var child = tree.FirstChild(0); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            if (int.TryParse(tree.Attribute(child, "id"), out var id) && ids.Contains(id))
            {
                splices.Delete(tree[child].Start, tree[child].End);
            }
            else
            {
                left++;
            }
        }

        if (left == 0)
        {
            splices.Collapse(tree, 0);
        }

        if (left > 0 || !lists.RemoveOwn(name))
        {
            package.Write(name, splices.Apply(tree.Bytes));
        }
    }

    /// <summary>A question is known by its last line, whatever name its author goes by now.</summary>
    private static IEnumerable<Question> Read(MarkupTree tree, string replies)
    {
        for (var child = tree.FirstChild(0); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            if (int.TryParse(tree.Attribute(child, "id"), out var id)
                && tree.LastChild(child) is var line and not MarkupTree.None && tree.Is(line, "p"u8)
                && ReferenceLine().Match(new SuggestionReader(tree).TextOf(line, tree[line].Next)) is { Success: true } match)
            {
                yield return new Question(id, match.Groups[1].Value, HasReply(tree.StartTag(line), replies));
            }
        }
    }

    /// <summary>Replies hang on the last paragraph of what they reply to ([MS-DOCX] 2.5.41, <c>w15:commentEx</c>).</summary>
    private static bool HasReply(string lastParagraph, string replies)
        => ParagraphId().Match(lastParagraph) is { Success: true } id && replies.Contains($"paraIdParent=\"{id.Groups[1].Value}\"", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^Question (\S+\.[0-9a-f]{16})$", RegexOptions.None, 1000)]
    private static partial Regex ReferenceLine();

    [GeneratedRegex("paraId=\"([0-9A-Fa-f]+)\"", RegexOptions.None, 1000)]
    private static partial Regex ParagraphId();

    /// <param name="HasReply">Whether somebody has answered in the margin: then it is a conversation, and stays.</param>
    internal sealed record Question(int Comment, string Finding, bool HasReply);
}
