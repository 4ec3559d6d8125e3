namespace Laminar.Tests.Laws;

/// <summary>
/// What holds whatever is written into a Word file, asked of the bytes before and after. It shares no code with the product: XLinq and the
/// Open XML SDK read what the product's own reader and writer made.
/// </summary>
internal static class WritingLaws
{
    private static readonly string[] Laminar = ["Laminar"];

    /// <param name="authors">In whose names was written; Laminar's alone when left out.</param>
    /// <param name="phrases">What should have been put in, in any order; not asked when left out.</param>
    /// <returns>The violations, a sentence each; none when all is well.</returns>
    public static IReadOnlyList<string> Check(byte[] before, byte[] after, IReadOnlyCollection<string>? authors = null, IReadOnlyCollection<string>? phrases = null)
    {
        try
        {
            var (old, written) = (DocxFile.Read(before), DocxFile.Read(after));
            var additions = new Additions(old, written, authors ?? Laminar);
            return
            [
                .. PackageLaw.Check(old, written),
                .. RelationsLaw.Check(old, written),
                .. MarkupLaw.Check(old, written, additions),
                .. TextLaw.Check(old, written, additions, phrases),
                .. IdentityLaw.Check(old, written),
                .. AnchorLaw.Check(old, written, additions),
                .. SchemaLaw.Check(before, after),
            ];
        }
        catch (Exception broken) when (broken is InvalidDataException or System.Xml.XmlException)
        {
            return [$"The written file can't be read: {broken.Message}"];
        }
    }
}
