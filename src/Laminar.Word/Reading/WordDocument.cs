using Laminar.Engine;

namespace Laminar.Word;

/// <summary>
/// The main document of a package and the parts around it, in the order of the contract: body, headers, footers, footnotes,
/// endnotes. The parts that hold no text of the draft are never opened, the styles only when a paragraph or run names one.
/// </summary>
internal sealed class WordDocument(WordPackage package, ReadBudget budget, ReadOptions options, TextMap? map = null)
{
    private static readonly byte[] NoRecord = "<none/>"u8.ToArray();
    private List<Relationship> relationships = [];
    private StyleSheet? styles;

    public List<DraftParagraph> Paragraphs { get; } = [];

    public List<string> Notices { get; } = [];

    public StyleSheet Styles => styles ??= ReadStyles();

    public ReadBudget Budget => budget;

    /// <summary>Where to note the places of the body's text; null for whoever only reads.</summary>
    public TextMap? Map => map;

    /// <summary>Whether deleted text is kept for showing.</summary>
    public bool ShowsDeleted => options.ShowsDeleted;

    /// <summary>Name of the main part; empty before the reading.</summary>
    public string MainPart { get; private set; } = "";

    /// <summary>What the main part names.</summary>
    public IReadOnlyList<Relationship> Relationships => relationships;

    /// <summary>Answers to findings that an earlier session left with the document.</summary>
    public IReadOnlyList<DraftAnswer> Answers { get; private set; } = [];

    /// <summary>The part that keeps them, or null.</summary>
    public string? Record { get; private set; }

    /// <summary>What the file says of itself; null where nobody asked.</summary>
    public DraftProperties? Properties { get; private set; }

    public void Read()
    {
        var outer = Word.Relationships.Of(package, "");
        var main = outer.Find(static relationship => relationship.Kind == "officeDocument").Part
            ?? throw new RefusalException(DraftErrors.NoMainPart);
        MainPart = main;
        relationships = Word.Relationships.Of(package, main);
        var story = new StoryReader(this);
        if (!ReadStory(story, main, DraftPart.Body))
        {
            throw new RefusalException(DraftErrors.NoMainPart);
        }

        ReadAround(story);
        ReadRecord();
        Properties = options.ReadsProperties ? PropertiesReader.Read(package, outer) : null;
        if (Paragraphs.Count == 0)
        {
            Paragraphs.Add(new DraftParagraph(""));
        }
    }

    public void Note(string notice)
    {
        if (!Notices.Contains(notice))
        {
            Notices.Add(notice);
        }
    }

    private void ReadAround(StoryReader story)
    {
        var evenPages = story.Sections.MentionsEvenPages && HasEvenPages();
        ReadAll(story, story.Sections.Shown(relationships, "header", evenPages), DraftPart.Header);
        ReadAll(story, story.Sections.Shown(relationships, "footer", evenPages), DraftPart.Footer);
        ReadAll(story, relationships.Where(static relationship => relationship.Kind == "footnotes").Take(1), DraftPart.Footnote);
        ReadAll(story, relationships.Where(static relationship => relationship.Kind == "endnotes").Take(1), DraftPart.Endnote);
    }

    private void ReadAll(StoryReader story, IEnumerable<Relationship> parts, DraftPart kind)
    {
        foreach (var relationship in parts)
        {
            if (!ReadStory(story, relationship.Part, kind))
            {
                Note("A header, footer or note that the file names is missing from it and was not read.");
            }
        }
    }

    /// <summary>False where the package has no such part.</summary>
    private bool ReadStory(StoryReader story, string part, DraftPart kind)
    {
        var (start, tables) = (Paragraphs.Count, story.Tables);
        if (TryRead(story, part, kind, hideInstructions: true) is not { } isWhole)
        {
            return false;
        }

        if (!isWhole)
        {
            // A field began and never ended, which would hide all that follows it: then better to show too much.
            budget.GiveBackParagraphs(Paragraphs.Count - start);
            Paragraphs.RemoveRange(start, Paragraphs.Count - start);
            story.Tables = tables;
            TryRead(story, part, kind, hideInstructions: false);
        }

        return true;
    }

    private bool? TryRead(StoryReader story, string part, DraftPart kind, bool hideInstructions)
    {
        using var xml = package.Open(part);
        if (xml is null)
        {
            return null;
        }

        if (kind == DraftPart.Body && !xml.IsWord("document"))
        {
            throw new RefusalException(DraftErrors.NotAWordFile);
        }

        return story.Read(xml, kind, hideInstructions);
    }

    private void ReadRecord()
    {
        foreach (var relationship in relationships)
        {
            if (relationship.Kind == RecordPart.Kind && package.Open(relationship.Part, static part => RecordPart.Is(part) ? part : NoRecord) is { } opened)
            {
                using var xml = opened;
                if (xml.Namespace == RecordPart.Namespace)
                {
                    (Answers, Record) = (RecordPart.Read(xml, budget), relationship.Part);
                    return;
                }
            }
        }

        Answers = RecordPart.ReadOrNothing(options.Record, budget);
    }

    private StyleSheet ReadStyles()
    {
        using var xml = Open("styles", StyleSheetReader.WithoutLatentStyles);
        return xml is null ? StyleSheet.Empty : StyleSheetReader.Read(xml, budget);
    }

    private bool HasEvenPages()
    {
        using var xml = Open("settings");
        var found = false;
        for (var depth = xml?.Enter() ?? 0; xml is not null && xml.NextChild(depth);)
        {
            found |= xml.Name == "evenAndOddHeaders" && xml.IsOn();
            xml.Skip();
        }

        return found;
    }

    private XmlCursor? Open(string kind, Func<ArraySegment<byte>, ArraySegment<byte>>? trim = null)
    {
        var part = relationships.Find(relationship => relationship.Kind == kind).Part;
        return part is null ? null : package.Open(part, trim);
    }
}
