namespace Laminar.Word;

/// <summary>Reads <c>word/styles.xml</c>.</summary>
internal static class StyleSheetReader
{
    /// <summary>
    /// Cuts the latent styles out of the bytes of the part: a list of some 380 names that says nothing of the styles in use,
    /// and takes more time than all that does.
    /// </summary>
    public static ArraySegment<byte> WithoutLatentStyles(ArraySegment<byte> part)
    {
        var close = "</w:latentStyles>"u8;
        var start = part.AsSpan().IndexOf("<w:latentStyles"u8);
        var length = start < 0 ? -1 : part.AsSpan(start).IndexOf(close);
        return length < 0 ? part : (byte[])[.. part[..start], .. part[(start + length + close.Length)..]];
    }

    public static StyleSheet Read(XmlCursor xml, ReadBudget budget)
    {
        var styles = new Dictionary<string, Style>(StringComparer.Ordinal);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.IsWord("style") && xml.Attribute("styleId") is { } id)
            {
                styles[id] = ReadStyle(xml);
                budget.RefuseMoreEntries(styles.Count);
            }
            else
            {
                xml.Skip();
            }
        }

        return new StyleSheet(styles);
    }

    private static Style ReadStyle(XmlCursor xml)
    {
        var style = new Style("", null, default, default);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "name":
                    style = style with { Name = xml.Attribute("val") ?? "" };
                    xml.Skip();
                    break;
                case "basedOn":
                    style = style with { BasedOn = xml.Attribute("val") };
                    xml.Skip();
                    break;
                case "pPr":
                    style = style with { Paragraph = ParagraphFormat.Read(xml, null) };
                    break;
                case "rPr":
                    style = style with { Run = RunFormat.Read(xml) };
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return style;
    }
}
