using System.Xml.Linq;

namespace Laminar.Tests.Laws;

/// <summary>A character with the formatting of its run; U+FFFC stands for what is no text.</summary>
internal readonly record struct WordCharacter(char Value, string Format);

internal sealed record WordParagraph(string Text, IReadOnlyList<WordCharacter> Characters, string Properties);

/// <summary>The paragraphs of a main part in order: those of a text box after the one that holds it. A second opinion beside the product's reader.</summary>
internal sealed class WordText
{
    private readonly List<WordParagraph> paragraphs = [];

    private WordText(XElement root) => ReadBlocks(root);

    public IReadOnlyList<WordParagraph> Paragraphs => paragraphs;

    public string[] Texts => [.. paragraphs.Select(static paragraph => paragraph.Text)];

    public static WordText Of(XElement root) => new(root);

    public static WordText Rejected(byte[] docx) => new(Revisions.Reject(MainPart(docx)));

    public static WordText Accepted(byte[] docx) => new(Revisions.Accept(MainPart(docx)));

    private static XElement MainPart(byte[] docx)
    {
        var file = DocxFile.Read(docx);
        return file.Xml(file.Main)!;
    }

    private void ReadBlocks(XElement element)
    {
        foreach (var child in Children(element))
        {
            if (child.Name == Names.Paragraph)
            {
                ReadParagraph(child);
            }
            else
            {
                ReadBlocks(child);
            }
        }
    }

    private void ReadParagraph(XElement paragraph)
    {
        var characters = new List<WordCharacter>();
        var boxes = new List<XElement>();
        ReadInline(paragraph, characters, boxes);
        var text = string.Concat(characters.Select(static character => character.Value).Where(static value => value != RunPieces.Object));
        paragraphs.Add(new WordParagraph(text, characters, MarkupTokens.Canonical(paragraph.Element(Names.ParagraphProperties))));
        boxes.ForEach(ReadBlocks);
    }

    private static void ReadInline(XElement element, List<WordCharacter> characters, List<XElement> boxes)
    {
        foreach (var child in Children(element).Where(static child => !child.Is("pPr", "sdtPr")))
        {
            if (child.Name == Names.Run)
            {
                ReadRun(child, characters, boxes);
            }
            else
            {
                ReadInline(child, characters, boxes);
            }
        }
    }

    private static void ReadRun(XElement run, List<WordCharacter> characters, List<XElement> boxes)
    {
        var format = MarkupTokens.Canonical(run.Element(Names.RunProperties));
        foreach (var piece in RunPieces.Of(run).Where(static piece => piece.Element?.Is("delText", "delInstrText", "instrText", "commentReference") != true))
        {
            characters.Add(new WordCharacter(piece.Character, format));
            if (piece is { Character: RunPieces.Object, Element: { } held })
            {
                boxes.Add(held);
            }
        }
    }

    // A text box stands twice, for newer and older readers; the first is read.
    private static IEnumerable<XElement> Children(XElement element)
        => element.Name == Names.Compatibility + "AlternateContent" ? element.Elements().Take(1) : element.Elements();
}
