namespace Laminar.Engine.Tests;

/// <summary>A small draft that states every element in a line of its own, from which one can be taken out.</summary>
internal static class OpenDraft
{
    private static readonly string[] Complete =
    [
        "PROCEDURE PERFORMED: Decompression of the spine.",
        "SURGEON: A. Example.",
        "ANESTHESIA: General endotracheal.",
        "POSTOPERATIVE DIAGNOSIS: As before.",
        "BLOOD LOSS: Minimal.",
        "SPECIMENS: None.",
        "COMPLICATIONS: None.",
        "INDICATION: The patient had pain and numbness of the arm.",
        "Stenosis of the canal was the reason for the operation.",
        "An MRI of the cervical spine was reviewed.",
        "The entry point and trajectory were planned from the MRI.",
        "DESCRIPTION OF PROCEDURE:",
        "The patient was positioned prone and the neck was prepped and draped.",
        "The level was verified by counting the spinous processes with the finger.",
        "A stab incision was made.",
        "The cannula was advanced to the lamina.",
        "Fluoroscopy guided each pass of the instruments.",
        "The canal was seen by image alone.",
        "The canal was entered between the laminae.",
        "The C5-C6 interspace was treated.",
        "The procedure was performed on the left.",
        "A laminotomy was performed.",
        "The ligament was resected.",
        "The disc was left alone.",
        "The facet was left alone.",
        "The foramen was left alone.",
        "The spinal cord was decompressed.",
        "Epidural contrast was injected.",
        "After the decompression the contrast flowed freely.",
        "The skin was closed.",
        "The condition was stable.",
        "FINDINGS: Thick ligament.",
    ];

    /// <summary>The draft that leaves nothing open.</summary>
    public static IReadOnlyList<string> Whole => Complete;

    public static ScanResult Scan(IEnumerable<string> lines, params IReadOnlyList<DraftAnswer> answers)
        => Shipped.Scan(Draft.FromText("draft.txt", string.Join('\n', lines)) with { Answers = answers });

    /// <summary>The draft without what it says of some elements: the last line that says it goes until none is left.</summary>
    public static List<string> Without(params IReadOnlyList<string> elements)
    {
        var lines = Complete.ToList();
        while (elements.SelectMany(e => Stated(Scan(lines).Element(e))).ToList() is { Count: > 0 } stated)
        {
            lines.RemoveAt(stated.Max(e => e.Paragraph));
        }

        return lines;
    }

    /// <summary>The lines with a sentence where a finding wants it.</summary>
    public static List<string> With(IReadOnlyList<string> lines, Placement place, string sentence)
        => place.OwnParagraph
            ? [.. lines.Take(place.Paragraph + 1), sentence, .. lines.Skip(place.Paragraph + 1)]
            : [.. lines.Select((line, i) => i == place.Paragraph ? $"{line[..place.Offset]} {sentence}{line[place.Offset..]}" : line)];

    private static IReadOnlyList<Evidence> Stated(ElementResult element) => element.Status == ElementStatus.Missing ? [] : element.Evidence;
}
