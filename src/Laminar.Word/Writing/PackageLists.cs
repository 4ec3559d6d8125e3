using System.Security;
using System.Text;

namespace Laminar.Word;

/// <summary>The lists that a package keeps of its parts: content types, and the relationships of the main part (ECMA-376 part 2).</summary>
internal sealed class PackageLists(EditablePackage package, string mainPart, bool isStrict)
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
    private const string OwnId = "rIdLaminar";

    // Nobody else writes an empty list like this, so that it is known for ours when it is empty again.
    private static readonly byte[] NoRelationships = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n</Relationships>");

    private string Folder => mainPart[..(mainPart.LastIndexOf('/') + 1)];

    private string RelationsPart => $"{Folder}_rels/{mainPart[Folder.Length..]}.rels";

    /// <summary>Adds a part beside the main part and says that it belongs to it.</summary>
    /// <param name="part">In the main part's folder or outside it.</param>
    public void Add(string part, string contentType, string kind, byte[] bytes)
    {
        package.Write(part, bytes);
        AddType(part, contentType);
        AddRelation(part, kind);
    }

    /// <summary>Adds a part that a relationship names already.</summary>
    public void AddNamed(string part, string contentType, byte[] bytes)
    {
        package.Write(part, bytes);
        AddType(part, contentType);
    }

    /// <summary>Takes out a part that <see cref="Add"/> put in; one that came with the file stays.</summary>
    /// <returns>Whether it was one of ours.</returns>
    public bool RemoveOwn(string part)
    {
        if (!RemoveRelation(part, ownOnly: true))
        {
            return false;
        }

        package.Remove(part);
        RemoveType(part);
        return true;
    }

    /// <summary>Takes out a custom XML part, whoever named its relationship (Word names them anew), with its properties.</summary>
    public void Remove(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var own = $"{folder}_rels/{part[folder.Length..]}.rels";
        if (package.Has(own))
        {
            var tree = Tree(own);
            foreach (var tag in Children(tree).Select(tree.StartTag).Where(static tag => MarkupTree.Attribute(tag, "Type")?.EndsWith("/customXmlProps", StringComparison.Ordinal) == true))
            {
                var name = Relationships.Resolve(folder, MarkupTree.Attribute(tag, "Target") ?? "");
                if (name.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
                {
                    package.Remove(name);
                    RemoveType(name);
                }
            }

            package.Remove(own);
        }

        RemoveRelation(part, ownOnly: false);
        package.Remove(part);
        RemoveType(part);
    }

    /// <summary>A name for a new part that no part has: <c>word/comments.xml</c>, then <c>word/comments2.xml</c> …</summary>
    public string FreeName(string stem)
    {
        var name = $"{stem}.xml";
        for (var number = 2; package.Has(name); number++)
        {
            name = $"{stem}{number}.xml";
        }

        return name;
    }

    private void AddType(string part, string contentType)
    {
        var tree = Tree(ContentTypes);
        if (OverrideOf(tree, part) == MarkupTree.None)
        {
            Append(ContentTypes, tree, $"<{Prefix(tree)}Override PartName=\"/{SecurityElement.Escape(part)}\" ContentType=\"{contentType}\"/>");
        }
    }

    private void RemoveType(string part)
    {
        var tree = Tree(ContentTypes);
        if (OverrideOf(tree, part) is var found and not MarkupTree.None)
        {
            Delete(ContentTypes, tree, found);
        }
    }

    private void AddRelation(string part, string kind)
    {
        if (!package.Has(RelationsPart))
        {
            package.Write(RelationsPart, NoRelationships);
        }

        var tree = Tree(RelationsPart);
        var ids = Children(tree).Select(child => MarkupTree.Attribute(tree.StartTag(child), "Id")).ToHashSet();
        var number = 1;
        while (ids.Contains($"{OwnId}{number}"))
        {
            number++;
        }

        var target = part.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) ? part[Folder.Length..] : "/" + part;
        Append(RelationsPart, tree, $"<{Prefix(tree)}Relationship Id=\"{OwnId}{number}\" Type=\"{(isStrict ? StrictRelations : Relations)}{kind}\" Target=\"{SecurityElement.Escape(target)}\"/>");
    }

    private bool RemoveRelation(string part, bool ownOnly)
    {
        if (!package.Has(RelationsPart))
        {
            return false;
        }

        var tree = Tree(RelationsPart);
        foreach (var child in Children(tree))
        {
            var tag = tree.StartTag(child);
            if ((!ownOnly || MarkupTree.Attribute(tag, "Id")?.StartsWith(OwnId, StringComparison.Ordinal) == true)
                && MarkupTree.Attribute(tag, "Target") is { } target
                && string.Equals(Relationships.Resolve(Folder, target), part, StringComparison.OrdinalIgnoreCase))
            {
                Delete(RelationsPart, tree, child);
                return true;
            }
        }

        return false;
    }

    private MarkupTree Tree(string part) => new(package.Read(part) ?? throw new InvalidDataException());

    private static string Prefix(MarkupTree tree)
    {
        var name = Encoding.UTF8.GetString(tree.QName(0));
        return name[..(name.IndexOf(':', StringComparison.Ordinal) + 1)];
    }

    private static int OverrideOf(MarkupTree tree, string part)
        => Children(tree).FirstOrDefault(child => string.Equals(MarkupTree.Attribute(tree.StartTag(child), "PartName"), "/" + part, StringComparison.OrdinalIgnoreCase), MarkupTree.None);

    private static IEnumerable<int> Children(MarkupTree tree)
    {
        for (var child = tree.FirstChild(0); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            yield return child;
        }
    }

    private void Append(string part, MarkupTree tree, string markup)
    {
        var splices = new Splices();
        splices.Append(tree, 0, markup);
        package.Write(part, splices.Apply(tree.Bytes));
    }

    private void Delete(string part, MarkupTree tree, int element)
    {
        var splices = new Splices();
        splices.Delete(tree[element].Start, tree[element].End);
        if (tree.FirstChild(0) == element && tree.NextSibling(element) == MarkupTree.None)
        {
            splices.Collapse(tree, 0);
        }

        var bytes = splices.Apply(tree.Bytes);
        if (bytes.AsSpan().SequenceEqual(NoRelationships))
        {
            package.Remove(part);
        }
        else
        {
            package.Write(part, bytes);
        }
    }
}
