using System.Text;
using System.Xml;

namespace Laminar.Word;

/// <summary>
/// The content of a part of a Flat OPC file, copied node by node: no tree of it is built, whatever size it has, and what the reader
/// would refuse for its depth or length is refused here too.
/// </summary>
internal sealed class FlatContent : IDisposable
{
    private const int Chunk = 8192;
    private static readonly XmlWriterSettings Written = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.None, CloseOutput = false, CheckCharacters = false };
    private readonly XmlReader reader;
    private readonly PartStream stream;
    private readonly ReadBudget budget;

    private FlatContent(XmlReader reader, PartStream stream, ReadBudget budget) => (this.reader, this.stream, this.budget) = (reader, stream, budget);

    /// <summary>Whether these are the bytes of a picture or the like, which are packed already.</summary>
    public bool IsBinary { get; private init; }

    /// <param name="reader">At the start of the part.</param>
    public static FlatContent? Of(XmlReader reader, PartStream stream, ReadBudget budget)
    {
        reader.MoveToContent();
        for (var isInside = reader.Read(); isInside; stream.Progress())
        {
            if (reader is { NodeType: XmlNodeType.Element, Depth: 1, IsEmptyElement: false, LocalName: "binaryData" or "xmlData" })
            {
                var content = new FlatContent(reader, stream, budget) { IsBinary = reader.LocalName == "binaryData" };
                if (content.IsBinary || content.MoveToRoot())
                {
                    return content;
                }

                break;
            }

            isInside = reader.Read();
        }

        reader.Dispose();
        return null;
    }

    /// <exception cref="XmlException">The part is damaged.</exception>
    /// <exception cref="RefusalException">It is beyond a limit, or a binary part that is not in Base64.</exception>
    public void CopyTo(Stream target)
    {
        if (IsBinary)
        {
            CopyBinary(target);
            return;
        }

        target.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8);
        using (var writer = XmlWriter.Create(target, Fragment()))
        {
            var depth = reader.Depth;
            do
            {
                budget.SpendNode();
                budget.RefuseDeeper(reader.Depth);
                Copy(writer);
                stream.Progress();
            }
            while (!(reader.Depth == depth && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement)) && reader.Read());
        }

        // The part's own end has to be sound as well.
        while (reader.Read())
        {
            budget.SpendNode();
            stream.Progress();
        }
    }

    public void Dispose() => reader.Dispose();

    private static XmlWriterSettings Fragment()
    {
        var settings = Written.Clone();
        (settings.ConformanceLevel, settings.OmitXmlDeclaration) = (ConformanceLevel.Fragment, true);
        return settings;
    }

    private bool MoveToRoot()
    {
        while (reader.Read() && reader.Depth > 1)
        {
            stream.Progress();
            if (reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    private void Copy(XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                var isEmpty = reader.IsEmptyElement;
                writer.WriteAttributes(reader, defattr: false);
                if (isEmpty)
                {
                    writer.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                CopyText(writer);
                break;
            case XmlNodeType.CDATA:
                writer.WriteCData(reader.Value);
                break;
            case XmlNodeType.Comment:
                writer.WriteComment(reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                writer.WriteProcessingInstruction(reader.Name, reader.Value);
                break;
        }
    }

    private void CopyText(XmlWriter writer)
    {
        var buffer = new char[Chunk + 1];
        for (int read; (read = reader.ReadValueChunk(buffer, 0, Chunk)) > 0;)
        {
            stream.Progress();
            // Half of a character at the end of a chunk can't be written alone.
            if (char.IsHighSurrogate(buffer[read - 1]))
            {
                read += reader.ReadValueChunk(buffer, read, 1);
            }

            writer.WriteChars(buffer, 0, read);
        }
    }

    private void CopyBinary(Stream target)
    {
        var buffer = new byte[Chunk];
        try
        {
            for (int read; (read = reader.ReadElementContentAsBase64(buffer, 0, buffer.Length)) > 0;)
            {
                stream.Progress();
                target.Write(buffer, 0, read);
            }
        }
        catch (Exception broken) when (broken is FormatException or XmlException)
        {
            throw new RefusalException(DraftErrors.DamagedXml);
        }
    }
}
