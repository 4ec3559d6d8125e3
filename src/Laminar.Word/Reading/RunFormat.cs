namespace Laminar.Word;

/// <summary>What formatting says that matters to reading. Null: it says nothing.</summary>
internal readonly record struct RunFormat(bool? Bold, bool? Hidden, string? Style)
{
    /// <summary>Reads <c>w:rPr</c>, of a run, a paragraph mark or a style, and passes over it.</summary>
    public static RunFormat Read(XmlCursor xml)
    {
        var format = default(RunFormat);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "b":
                    format = format with { Bold = xml.IsOn() };
                    break;
                case "vanish":
                    format = format with { Hidden = xml.IsOn() };
                    break;
                case "rStyle":
                    format = format with { Style = xml.Attribute("val") };
                    break;
                case "rPrChange":
                    // The formatting before a tracked change.
                    xml.Skip();
                    continue;
            }

            xml.Read();
        }

        return format;
    }
}
