using System.Buffers;
using System.Xml;

namespace Laminar.Word;

/// <summary>
/// A forward-only walk over one part. Reading methods leave the cursor on the node behind what they read, and every step is
/// counted against the budget: skipped elements nest, and take time, as well.
/// </summary>
internal sealed class XmlCursor : IDisposable
{
    private const int Childless = int.MaxValue;
    private readonly XmlReader reader;
    private readonly PartStream stream;
    private readonly ReadBudget budget;
    private byte[]? rented;
    private char[]? passed;

    /// <param name="stream">What <paramref name="reader"/> reads.</param>
    /// <param name="rented">Buffer behind the reader, given back to the shared pool on disposal; null where there is none.</param>
    public XmlCursor(XmlReader reader, PartStream stream, ReadBudget budget, byte[]? rented)
    {
        this.reader = reader;
        this.stream = stream;
        this.budget = budget;
        this.rented = rented;
    }

    /// <summary>
    /// Number of the current element among the start tags of the part, from 0: the same in each reading of the same bytes, so
    /// that whoever writes finds the place again.
    /// </summary>
    public int Ordinal { get; private set; } = -1;

    public string Name => reader.LocalName;

    public string Namespace => reader.NamespaceURI;

    /// <summary>Whether white space at the ends of a text counts, by <c>xml:space</c> here or further out.</summary>
    public bool PreservesSpace => reader.XmlSpace == XmlSpace.Preserve;

    public bool IsWord(string name) => reader.LocalName == name && Ooxml.IsWord(reader.NamespaceURI);

    /// <summary>An attribute in the element's own namespace, as Word writes all of its own.</summary>
    public string? Attribute(string name) => reader.GetAttribute(name, reader.NamespaceURI);

    public string? Attribute(string name, string ns) => reader.GetAttribute(name, ns);

    public string? PlainAttribute(string name) => reader.GetAttribute(name);

    public string? LookupNamespace(string prefix) => reader.LookupNamespace(prefix);

    /// <summary>The element's <c>w:val</c> as on or off.</summary>
    public bool IsOn() => Ooxml.IsOn(Attribute("val"));

    public bool Read()
    {
        budget.SpendNode();
        stream.Progress();
        var isThere = reader.Read();
        Ordinal += reader.NodeType == XmlNodeType.Element ? 1 : 0;
        return isThere;
    }

    /// <summary>Goes to the root element.</summary>
    /// <exception cref="XmlException">There is none.</exception>
    public void MoveToRoot()
    {
        while (reader.NodeType != XmlNodeType.Element)
        {
            if (!Read())
            {
                throw new XmlException();
            }
        }
    }

    /// <summary>Steps into the current element; the answer is for <see cref="NextChild"/>, which steps out again.</summary>
    public int Enter()
    {
        var depth = reader.IsEmptyElement ? Childless : reader.Depth;
        Read();
        return depth;
    }

    /// <summary>
    /// Goes to the next element inside; false once the end tag is passed. A child that the caller steps over with
    /// <see cref="Read"/> alone has its own children come next: wrappers without meaning are read through.
    /// </summary>
    public bool NextChild(int depth)
    {
        if (depth == Childless)
        {
            return false;
        }

        for (int here; (here = reader.Depth) > depth; Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                budget.RefuseDeeper(here);
                return true;
            }

            PassText();
        }

        Read();
        return false;
    }

    /// <summary>Passes over the current element and all in it.</summary>
    public void Skip()
    {
        for (var depth = Enter(); NextChild(depth);)
        {
            Read();
        }
    }

    /// <summary>Hands the characters inside the current element to <paramref name="text"/> and passes over it.</summary>
    public void ReadText(ParagraphText text)
    {
        var depth = reader.IsEmptyElement ? Childless : reader.Depth;
        Read();
        if (depth == Childless)
        {
            return;
        }

        for (int here; (here = reader.Depth) > depth; Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.AppendValue(reader, stream, budget);
            }

            budget.RefuseDeeper(here);
        }

        Read();
    }

    /// <summary>The text right at the start of the current element, for what isn't the draft's own; passes over the element.</summary>
    public string ReadString()
    {
        var depth = Enter();
        var value = depth != Childless && reader.NodeType is XmlNodeType.Text ? reader.Value : "";
        while (NextChild(depth))
        {
            Read();
        }

        return value;
    }

    public void Dispose()
    {
        reader.Dispose();
        if (rented is not null)
        {
            // Cleared: the pool outlives the request, and nothing of a draft is kept.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            rented = null;
        }
    }

    /// <summary>Passes over a long text in pieces: the parser alone would go over it in one step, and be taken to stand still.</summary>
    private void PassText()
    {
        if (!stream.IsLong || reader.NodeType != XmlNodeType.Text)
        {
            return;
        }

        passed ??= new char[ParagraphText.ChunkLength];
        while (reader.ReadValueChunk(passed, 0, passed.Length) > 0)
        {
            stream.Progress();
        }
    }
}
