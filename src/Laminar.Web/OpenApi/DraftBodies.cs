using Microsoft.OpenApi;

namespace Laminar.Web;

/// <summary>The bodies in which a draft may come, for the API's description.</summary>
internal static class DraftBodies
{
    private const string AnswersForm = """
        JSON, as text or as a file: { "by": "Dr. A. Name", "role": "surgeon" or "transcriptionist", "answers": [ { "finding": ID,
        "answer": TEXT } ] }. TEXT is an option, own words, "not performed", "unable to state" or "dismissed: REASON"; a finding with
        several fields takes "fields": { NAME: TEXT } instead.
        """;

    /// <summary>The file's bytes as they are, or a form around them.</summary>
    public static OpenApiRequestBody Any() => new()
    {
        Required = true,
        Description = "The draft. The type may be left out; the bytes tell.",
        Content = DraftTypes.All.ToDictionary(type => type, type => type == DraftTypes.Form ? Form() : Binary()),
    };

    public static OpenApiRequestBody WithAnswers() => new()
    {
        Required = true,
        Description = $"The draft as the part \"file\", or as \"{UploadForm.Text}\"; the answers as the part \"{UploadForm.Answers}\". In any order.",
        Content = new Dictionary<string, OpenApiMediaType> { [DraftTypes.Form] = Form((UploadForm.Answers, Text(AnswersForm))) },
    };

    public static OpenApiMediaType Binary() => new() { Schema = Bytes() };

    private static OpenApiMediaType Form(params (string Name, IOpenApiSchema Schema)[] more) => new()
    {
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new[] { ("file", Bytes()), (UploadForm.Text, Text("The draft, in place of a file.")) }
                .Concat(more)
                .ToDictionary(part => part.Item1, part => part.Item2),
            Required = new HashSet<string>(more.Select(part => part.Name)),
        },
    };

    private static IOpenApiSchema Bytes() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };

    private static IOpenApiSchema Text(string description) => new OpenApiSchema { Type = JsonSchemaType.String, Description = description };
}
