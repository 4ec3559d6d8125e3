namespace Laminar.Word;

/// <summary>What a paragraph's own properties (<c>w:pPr</c>) say that matters to reading.</summary>
internal struct ParagraphFormat
{
    public string? Style;

    /// <summary>0 to 8 as in the file, 9 for body text; null where nothing is said.</summary>
    public int? OutlineLevel;

    /// <summary>Whether the paragraph is numbered or bulleted; false where it takes itself out of its style's list.</summary>
    public bool? Numbered;

    /// <summary>
    /// Whether the next paragraph continues this one: the paragraph's mark is a tracked deletion, moved away, or a style
    /// separator, which puts a heading and its text on one line.
    /// </summary>
    public bool RunsOn;

    /// <summary>Whether the paragraph's mark is a tracked insertion of our own: the paragraph was put in for a suggestion.</summary>
    public bool IsOwn;

    /// <summary>Reads the properties and passes over them; a section's properties that stand in them go to <paramref name="sections"/>.</summary>
    public static ParagraphFormat Read(XmlCursor xml, Sections? sections)
    {
        var format = default(ParagraphFormat);
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            switch (xml.Name)
            {
                case "pStyle":
                    format.Style = xml.Attribute("val");
                    xml.Skip();
                    break;
                case "outlineLvl":
                    format.OutlineLevel = Outline(xml.Attribute("val"));
                    xml.Skip();
                    break;
                case "numPr":
                    format.Numbered = ReadNumbering(xml);
                    break;
                case "rPr":
                    format.ReadMark(xml);
                    break;
                case "sectPr" when sections is not null:
                    sections.Read(xml);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return format;
    }

    private static int? Outline(string? value) => value is [>= '0' and <= '9'] ? value[0] - '0' : null;

    /// <summary>List 0 takes the paragraph out of its style's list; where only a level is named, the list is the style's.</summary>
    private static bool? ReadNumbering(XmlCursor xml)
    {
        bool? numbered = null;
        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Skip())
        {
            if (xml.Name == "numId")
            {
                numbered = xml.Attribute("val") != "0";
            }
        }

        return numbered;
    }

    private void ReadMark(XmlCursor xml)
    {
        var (hidden, always) = (false, false);
        for (var depth = xml.Enter(); xml.NextChild(depth); xml.Skip())
        {
            RunsOn |= xml.Name is "del" or "moveFrom";
            IsOwn |= xml.Name == "ins" && xml.Attribute("author") == Stamp.Tool;
            hidden |= xml.Name == "vanish" && xml.IsOn();
            always |= xml.Name == "specVanish" && xml.IsOn();
        }

        RunsOn |= hidden && always;
    }
}
