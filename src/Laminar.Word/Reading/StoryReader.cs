using Laminar.Engine;

namespace Laminar.Word;

/// <summary>
/// One forward pass over the XML of a story (body, header, footer, notes), from which the paragraphs come as a reader sees
/// them. Elements are met wherever they stand; wrappers without meaning of their own are read through.
/// </summary>
internal sealed partial class StoryReader
{
    private readonly WordDocument document;
    private readonly List<ParagraphFrame> frames = [new()];
    private List<DraftParagraph> sink;
    private XmlCursor xml = null!;
    private DraftPart part;
    private ParagraphFrame frame;
    private FieldStack fields = new();
    private bool hideInstructions;
    private TextMap? places;

    public StoryReader(WordDocument document)
    {
        this.document = document;
        sink = document.Paragraphs;
        frame = frames[0];
    }

    public Sections Sections { get; } = new();

    /// <summary>Tables met so far in the draft: the number of the next one.</summary>
    public int Tables { get; set; }

    /// <summary>Reads all that is left of <paramref name="source"/>; paragraphs go to the document.</summary>
    /// <param name="hideInstructions">False takes the text of runs even where a field says that it is its instruction.</param>
    /// <returns>False where a field's instruction never ended, so that text may have been taken for it.</returns>
    public bool Read(XmlCursor source, DraftPart kind, bool hideInstructions)
    {
        (xml, part, fields, this.hideInstructions) = (source, kind, new FieldStack(), hideInstructions);
        places = kind == DraftPart.Body ? document.Map : null;
        ReadContent();
        FlushParagraph();
        return !fields.InInstruction;
    }

    /// <summary>Reads the children of the current element and passes over its end.</summary>
    private void ReadContent()
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            ReadElement();
        }
    }

    private void ReadElement()
    {
        var ns = xml.Namespace;
        if (isDropped)
        {
            SkipDropped();
        }
        else if (Ooxml.IsWord(ns))
        {
            ReadWordElement();
        }
        else if (Ooxml.IsMath(ns))
        {
            ReadMathElement();
        }
        else if (Ooxml.IsCompatibility(ns) && xml.Name == "AlternateContent")
        {
            ReadAlternatives();
        }
        else
        {
            xml.Read();
        }
    }

    private void ReadWordElement()
    {
        switch (xml.Name)
        {
            case "p":
                ReadParagraph();
                break;
            case "r":
                ReadRun();
                break;
            case "t":
                ReadText();
                break;
            case "tab" or "ptab":
                ReadCharacter('\t');
                break;
            case "br" or "cr":
                ReadCharacter('\n');
                break;
            case "noBreakHyphen":
                ReadCharacter('-');
                break;
            case "tbl":
                ReadTable();
                break;
            case "tr":
                ReadRow();
                break;
            case "tc":
                ReadCell();
                break;
            case "ins" or "moveTo":
                ReadInsertion();
                break;
            case "del" or "moveFrom":
                ReadDeletion();
                break;
            case "sdt":
                ReadControl();
                break;
            default:
                ReadRarerElement();
                break;
        }
    }

    private void ReadRarerElement()
    {
        switch (xml.Name)
        {
            case "pPr":
                ReadParagraphProperties();
                break;
            case "rPr":
                ReadRunProperties();
                break;
            case "sym":
                ReadSymbol();
                break;
            case "fldChar":
                ReadFieldCharacter();
                break;
            case "fldSimple":
                ReadSimpleField();
                break;
            case "instrText":
                ReadInstruction();
                break;
            case "trPr" or "tcPr":
                ReadRowOrCellProperties();
                break;
            case "txbxContent":
                ReadTextBox();
                break;
            case "sectPr":
                Sections.Read(xml);
                break;
            case "footnote" or "endnote":
                ReadNote();
                break;
            case "footnoteReference" or "endnoteReference":
                ReadNoteReference();
                break;
            case "customXmlInsRangeStart":
                rangeAuthor = xml.Attribute("author");
                xml.Skip();
                break;
            case "altChunk":
                document.Note("A piece of another document is embedded in the file (altChunk) and was not read; open the file in Word and save it to merge the piece.");
                xml.Skip();
                break;
            case "subDoc":
                document.Note("A subdocument that the file only links to was not read.");
                xml.Skip();
                break;
            case "delText" or "delInstrText" or "rt" or "tblPr" or "tblPrEx" or "tblGrid" or "softHyphen":
                xml.Skip();
                break;
            default:
                xml.Read();
                break;
        }
    }

    private void ReadMathElement()
    {
        switch (xml.Name)
        {
            case "t":
                ReadText();
                break;
            case "r":
                ReadRun();
                break;
            case "ctrlPr":
                xml.Skip();
                break;
            default:
                xml.Read();
                break;
        }
    }

    /// <summary>The same content in several forms: the first that is understood counts, and only that.</summary>
    private void ReadAlternatives()
    {
        var isTaken = false;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (!isTaken && (xml.Name == "Fallback" || (xml.Name == "Choice" && IsUnderstood(xml.PlainAttribute("Requires")))))
            {
                isTaken = true;
                ReadContent();
            }
            else
            {
                xml.Skip();
            }
        }
    }

    private bool IsUnderstood(string? prefixes)
    {
        foreach (var prefix in (prefixes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (xml.LookupNamespace(prefix) is not { } ns || !Ooxml.IsUnderstood(ns))
            {
                return false;
            }
        }

        return true;
    }
}
