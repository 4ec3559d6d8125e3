namespace Laminar.Web;

/// <summary>What may come with a draft in a form.</summary>
/// <param name="Name">The name of the form's part.</param>
/// <param name="Words">With its verb, for the sentence when it is too large.</param>
internal sealed record UploadPart(string Name, string Words)
{
    public static readonly UploadPart Answers = new("answers", "answers are");
    public static readonly UploadPart Edits = new("edits", "edits are");
    public static readonly UploadPart Flags = new("flags", "flags are");
    public static readonly UploadPart Record = new("record", "record is");

    /// <summary>What counts wherever a draft is read.</summary>
    public static readonly UploadPart[] Everywhere = [Edits, Record];

    public Problem Missing => new(400, $"no-{Name}", $"The form carries no {Name}; send them as JSON in a part that is named \"{Name}\".");

    public Problem NoForm => new(415, "media-type", $"Send a form (multipart/form-data) with the draft as a file and the {Name} in a part \"{Name}\".");

    public Problem TooLarge(Limits limits) => new(413, $"{Name}-too-large", $"The {Words} larger than {Limits.Size(limits.AnswerBytes)}; send less in one request.");
}
