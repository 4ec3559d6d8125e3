using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Laminar.Tests.Laws;

/// <summary>The package has no schema error that it did not have before, by the Open XML SDK for Microsoft 365.</summary>
internal static class SchemaLaw
{
    public static IEnumerable<string> Check(byte[] before, byte[] after)
    {
        if (Errors(before) is not { } old)
        {
            return [];
        }

        return Errors(after) is { } written ? New(old, written) : ["The Open XML SDK opens the original, and not the written file."];
    }

    /// <summary>The errors of a file; null when the SDK can't open it.</summary>
    public static IReadOnlyList<string>? Errors(byte[] docx)
    {
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
            return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365) { MaxNumberOfErrors = 0 }.Validate(document).Select(Sentence)];
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidDataException or FormatException or IOException or System.Xml.XmlException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // The place is no part of the sentence: what is put in moves the places of all that follows.
    private static string Sentence(ValidationErrorInfo error)
        => $"{(InFormatting(error) ? "Formatting: " : "")}{error.Description} ({error.Id} in {error.Part?.Uri})";

    private static bool InFormatting(ValidationErrorInfo error) => error.Path?.XPath.Contains("/w:rPr", StringComparison.Ordinal) == true;

    // An error in a run's formatting comes again where the run is cut in two or its formatting is taken over.
    private static IEnumerable<string> New(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var known = before.CountBy(static error => error).ToDictionary();
        return from error in after.CountBy(static error => error)
               let times = known.GetValueOrDefault(error.Key)
               where error.Value > times && !(times > 0 && error.Key.StartsWith("Formatting: ", StringComparison.Ordinal))
               select $"A schema error that was not there before: {error.Key}";
    }
}
