using Microsoft.OpenApi;

namespace Laminar.Web;

/// <summary>The bodies in which a draft may come, for the API's description.</summary>
internal static class DraftBodies
{
    private const string Answers = """
        JSON, as text or as a file: { "by": "Dr. A. Name", "role": "surgeon" or "transcriptionist", "answers": [ { "finding": ID,
        "answer": TEXT } ] }. TEXT is an option, own words, "not performed", "unable to state" or "dismissed: REASON"; a finding with
        several fields takes "fields": { NAME: TEXT } instead. "ask again" takes a kept answer back.
        """;

    private const string Edits = """
        JSON: { "by": "T. Name", "edits": [ { "from": { "paragraph": 3, "offset": 10 }, "to": { "paragraph": 3, "offset": 14 }, "text": "right" } ] }.
        Changes of the body's text that are made before anything else, in the places of a scan of the file as it is sent, in order and
        without overlaps; a line feed in a text ends a paragraph. In a Word file they are tracked changes in that name. A scan needs no "by".
        """;

    private const string Flags = """
        JSON: { "by": "T. Name", "findings": [ ID ] }: the questions to ask the surgeon.
        """;

    private const string Record = """
        The XML of the draft's custom part urn:laminar:record:1, from a host whose files come without such parts; counts where the file has none.
        """;

    /// <summary>The file's bytes as they are, or a form around them.</summary>
    public static OpenApiRequestBody Any() => new()
    {
        Required = true,
        Description = "The draft. The type may be left out; the bytes tell.",
        Content = DraftTypes.All.ToDictionary(type => type, type => type == DraftTypes.Form ? Form(null) : Binary()),
    };

    /// <summary>A form with something beside the draft.</summary>
    public static OpenApiRequestBody With(UploadPart wanted) => new()
    {
        Required = true,
        Description = $"The draft as the part \"file\", or as \"{UploadForm.Text}\"; the {wanted.Name} as the part \"{wanted.Name}\". In any order.",
        Content = new Dictionary<string, OpenApiMediaType> { [DraftTypes.Form] = Form(wanted) },
    };

    public static OpenApiMediaType Binary() => new() { Schema = Bytes() };

    private static OpenApiMediaType Form(UploadPart? wanted) => new()
    {
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new[] { ("file", Bytes()), (UploadForm.Text, Text("The draft, in place of a file.")) }
                .Concat(UploadPart.Everywhere.Append(wanted).OfType<UploadPart>().Distinct().Select(part => (part.Name, Text(DescriptionOf(part)))))
                .ToDictionary(part => part.Item1, part => part.Item2),
            Required = wanted is null ? new HashSet<string>() : new HashSet<string> { wanted.Name },
        },
    };

    private static string DescriptionOf(UploadPart part) => part switch
    {
        _ when part == UploadPart.Answers => Answers,
        _ when part == UploadPart.Edits => Edits,
        _ when part == UploadPart.Flags => Flags,
        _ => Record,
    };

    private static IOpenApiSchema Bytes() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };

    private static IOpenApiSchema Text(string description) => new OpenApiSchema { Type = JsonSchemaType.String, Description = description };
}
