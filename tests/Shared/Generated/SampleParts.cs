namespace Laminar.Tests.Generated;

/// <summary>What stands beside the body of a sample.</summary>
internal static class SampleParts
{
    public const string Styles =
        $"<w:styles {SamplePackage.Namespaces}>"
        + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\"/><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/><w:basedOn w:val=\"Normal\"/></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"PlaceholderText\"><w:name w:val=\"Placeholder Text\"/><w:rPr><w:color w:val=\"808080\"/></w:rPr></w:style>"
        + "</w:styles>";

    public const string Numbering =
        $"<w:numbering {SamplePackage.Namespaces}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

    public const string Settings = $"<w:settings {SamplePackage.Namespaces}><w:trackRevisions/><w:defaultTabStop w:val=\"720\"/></w:settings>";

    public const string Header = $"<w:hdr {SamplePackage.Namespaces}><w:p><w:r><w:t>Example Hospital</w:t></w:r></w:p></w:hdr>";

    public const string CustomXml = "<sample xmlns=\"urn:example:dictation\"><number>12</number></sample>";

    public const string Separators =
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
        + "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";

    public static string Comment(string id)
        => $"<w:comment w:id=\"{id}\" w:author=\"A. Typist\" w:date=\"2026-01-05T08:00:00Z\" w:initials=\"AT\"><w:p><w:r><w:annotationRef/></w:r><w:r><w:t>Please check, {id}.</w:t></w:r></w:p></w:comment>";

    public static string Footnote(string id)
        => $"<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> As told by the patient.</w:t></w:r></w:p></w:footnote>";
}
