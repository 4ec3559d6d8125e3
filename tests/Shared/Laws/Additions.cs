using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>
/// What was put into a file: tracked changes and comments by one of the authors whose ids the file had not before. The ids tell them from
/// older changes by the same person.
/// </summary>
internal sealed class Additions
{
    private readonly IReadOnlyCollection<string> authors;
    private readonly HashSet<string> oldRevisions;
    private readonly HashSet<string> newComments;

    public Additions(DocxFile before, DocxFile after, IReadOnlyCollection<string> authors)
    {
        this.authors = authors;
        oldRevisions = [.. before.Xml(before.Main)!.Descendants().Where(IsRevision).Select(static element => element.WordAttribute("id")!)];
        var oldComments = Comments(before).Select(static comment => comment.WordAttribute("id")).ToHashSet();
        newComments = [.. Comments(after).Where(IsByUs).Select(static comment => comment.WordAttribute("id")!).Where(id => !oldComments.Contains(id))];
    }

    public IReadOnlyCollection<string> NewComments => newComments;

    /// <summary>The main part without what was put in.</summary>
    public XElement WithoutThem(XElement main)
    {
        var rest = Revisions.Reject(main, IsOurs);
        foreach (var anchor in rest.Descendants().Where(IsAnchor).ToList())
        {
            Remove(anchor);
        }

        return rest;
    }

    public XElement? CommentsWithoutThem(XElement? comments)
    {
        var rest = comments is null ? null : new XElement(comments);
        rest?.Elements().Where(comment => newComments.Contains(comment.WordAttribute("id") ?? "")).Remove();
        return rest is { HasElements: true } ? rest : null;
    }

    /// <summary>The text that was put in, one for each outermost control and for each run of insertions outside of controls.</summary>
    public IReadOnlyList<string> Phrases(XElement main) => PhraseReader.Read(main, IsOurs);

    public bool IsOurs(XElement change) => IsByUs(change) && change.WordAttribute("id") is { } id && !oldRevisions.Contains(id);

    private bool IsByUs(XElement element) => element.WordAttribute("author") is { } author && authors.Contains(author);

    private bool IsAnchor(XElement element)
        => element.Is("commentRangeStart", "commentRangeEnd", "commentReference") && newComments.Contains(element.WordAttribute("id") ?? "");

    private static void Remove(XElement anchor)
    {
        var run = anchor.Parent;
        anchor.Remove();
        if (run?.Name == Names.Run && run.Elements().All(static element => element.Name == Names.RunProperties))
        {
            run.Remove();
        }
    }

    private static bool IsRevision(XElement element) => element.WordAttribute("author") is not null && element.WordAttribute("id") is not null;

    private static IEnumerable<XElement> Comments(DocxFile file) => file.Xml(file.Comments)?.Elements() ?? [];
}
