using System.Text;
using System.Xml;

namespace Laminar.Word;

/// <summary>
/// Flat OPC, what Word's <c>getOoxml()</c> returns: every part inside one XML. The parts' places are found by their tags in
/// one quick look over the bytes, so that only the parts that are asked for are parsed.
/// </summary>
internal sealed class FlatPackage : WordPackage
{
    private readonly ArraySegment<byte> file;
    private readonly XmlNamespaceManager namespaces;
    private readonly Dictionary<string, Range> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FlatPart> list = [];

    /// <exception cref="XmlException">The root element is damaged.</exception>
    /// <exception cref="RefusalException">There are too many parts.</exception>
    public FlatPackage(ArraySegment<byte> bytes, ReadBudget budget) : base(budget)
    {
        budget.SpendDecompressed(bytes.Count);
        file = ToUtf8(bytes);
        var prolog = XmlProlog.Of(file);
        namespaces = ReadNamespaces(Math.Max(0, prolog.RootStart));
        FindParts(prolog);
    }

    /// <summary>The parts in their order, each name once.</summary>
    public IReadOnlyList<FlatPart> Parts => list;

    public override XmlCursor? Open(string name, Func<ArraySegment<byte>, ArraySegment<byte>>? trim = null)
    {
        if (!parts.TryGetValue(name, out var range))
        {
            return null;
        }

        var part = trim is null ? file[range] : trim(file[range]);
        var cursor = Cursor(part);
        cursor.MoveToRoot();
        for (var depth = cursor.Enter(); cursor.NextChild(depth);)
        {
            if (cursor.Name == "xmlData")
            {
                cursor.Read();
                cursor.MoveToRoot();
                return cursor;
            }

            cursor.Skip();
        }

        cursor.Dispose();
        return null;
    }

    /// <summary>A part's content on its way into another package; null where it has none.</summary>
    public FlatContent? ContentOf(FlatPart part)
    {
        var stream = new PartStream(file[part.Place], Budget.Cancellation);
        return FlatContent.Of(XmlReader.Create(stream, Settings(ConformanceLevel.Fragment), Context()), stream, Budget);
    }

    /// <summary>Parts are cut out as UTF-8, which is what Word writes; another Unicode form is brought to it first.</summary>
    private static ArraySegment<byte> ToUtf8(ArraySegment<byte> bytes)
    {
        var start = TextFile.ByteOrderMark(bytes);
        return TextFile.IsUtf16(bytes, out var bigEndian)
            ? Encoding.Convert(bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode, Encoding.UTF8, bytes.Array!, bytes.Offset + start, bytes.Count - start)
            : bytes[start..];
    }

    /// <summary>A part may use prefixes that the root element declares.</summary>
    private XmlNamespaceManager ReadNamespaces(int root)
    {
        var manager = new XmlNamespaceManager(Names);
        using var stream = new PartStream(file[root..], Budget.Cancellation);
        using var reader = XmlReader.Create(stream, Settings(ConformanceLevel.Fragment));
        reader.MoveToContent();
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns")
            {
                manager.AddNamespace(reader.Prefix.Length == 0 ? "" : reader.LocalName, reader.Value);
            }
        }

        return manager;
    }

    private XmlCursor Cursor(ArraySegment<byte> part)
    {
        var stream = new PartStream(part, Budget.Cancellation);
        return new XmlCursor(XmlReader.Create(stream, Settings(ConformanceLevel.Fragment), Context()), stream, Budget, null);
    }

    private XmlParserContext Context() => new(Names, namespaces, null, XmlSpace.None);

    private void FindParts(XmlProlog prolog)
    {
        var count = 0;
        for (var finder = new FlatPartFinder(file, prolog.RootName, Budget); finder.Next(out var place, out var name, out var type);)
        {
            RefuseMoreParts(++count);
            if (name is not null && parts.TryAdd(name.TrimStart('/'), place))
            {
                list.Add(new FlatPart(name.TrimStart('/'), type ?? "application/xml", place));
            }
        }
    }
}
