using System.Text.Json.Serialization;
using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <param name="InUse">Whether drafts are read with it now.</param>
internal sealed record VersionSummary(string Version, string Author, DateTime At, string Reason, bool InUse);

/// <param name="Token">What the next save has to name.</param>
/// <param name="Base">The version that the work began from; null for a new pack.</param>
/// <param name="Author">Who saved last.</param>
internal sealed record DraftSummary(Guid Token, string? Base, string Author, DateTime At);

/// <param name="InUse">Null for a pack that is a draft alone.</param>
/// <param name="Versions">The newest first.</param>
/// <param name="Next">Versions that a publication may have: a slip mended, something added, something that authors have to know of.</param>
internal sealed record StudioPack(
    string Id, string Title, string? InUse, IReadOnlyList<VersionSummary> Versions, DraftSummary? Draft, IReadOnlyList<string> Next);

/// <summary>All files of one version.</summary>
internal sealed record VersionFiles(string Id, string Version, string Author, DateTime At, string Reason, IReadOnlyList<PackFileText> Files);

/// <summary>All files of the work in progress.</summary>
internal sealed record DraftFiles(string Id, Guid Token, string? Base, string Author, DateTime At, IReadOnlyList<PackFileText> Files);

/// <param name="Token">Of the draft that was opened; null where there was none.</param>
/// <param name="Base">The version that the changes were made against: the one in use, or the one that the draft has; by default the draft's, or else the one in use.</param>
/// <param name="Changes">The files that changed; one with neither text nor base64 is taken out.</param>
internal sealed record DraftSave(Guid? Token, string? Base, IReadOnlyList<PackFileText> Changes);

/// <param name="Changes">What is not saved yet, put into the draft, or into the version in use where there is no draft.</param>
internal sealed record CheckRequest(IReadOnlyList<PackFileText>? Changes);

/// <param name="Changes">What is not saved yet, as for a check.</param>
/// <param name="Edits">Put in one after the other; none asks for the wording as it is.</param>
internal sealed record WordingRequest(IReadOnlyList<PackFileText>? Changes, IReadOnlyList<WordingEdit>? Edits);

/// <param name="Version">Null takes the one that the draft's pack.yaml states; else it is written there.</param>
/// <param name="Reason">Why, in a sentence for the other authors.</param>
internal sealed record Publication(Guid Token, string? Version, string Reason);

/// <param name="Instead">The version that is in use as far as the author knows; another one stops the change.</param>
internal sealed record UseRequest(string Version, string Instead, string Reason);

internal sealed record UseEntry(int Number, string Version, string Author, DateTime At, string Reason);

internal sealed record Comparison(string From, string To, IReadOnlyList<FileDiff> Files);

/// <summary>What stands in the way of a save: somebody else's.</summary>
/// <param name="Files">The other's files that differ from the version that the work began from.</param>
/// <param name="Difference">From the other's text to the one that was sent, in each file that was sent.</param>
internal sealed record OtherDraft(
    Guid Token, string? Base, string Author, DateTime At, IReadOnlyList<PackFileText> Files, IReadOnlyList<FileDiff> Difference);

internal sealed record OptionCount(string Field, string Option, long Count);

internal sealed record ReasonCount(string Reason, long Count);

internal sealed record QuestionStatistics(
    string Element, string Kind, string Name, string? Question, long Raised, long Answered, long Dismissed,
    IReadOnlyList<OptionCount> Options, IReadOnlyList<ReasonCount> Reasons);

/// <param name="Questions">Those that are dismissed more than answered first.</param>
internal sealed record VersionStatistics(string Version, IReadOnlyList<QuestionStatistics> Questions);

/// <param name="Reason">A code: wrong-question, stated-elsewhere, does-not-fit, unclear, option-missing or other.</param>
/// <param name="Sentence">Only what the reporter adds on purpose, after a warning: it is kept.</param>
internal sealed record ReportRequest(string Pack, string Version, string Element, string Kind, string Reason, string? Sentence);

internal sealed record ReportEntry(Guid Id, string Version, string Element, string Kind, string Reason, string? Sentence, string Person, DateTime At);

/// <param name="Faults">How much lint found that has to be mended; null where it did not read the note.</param>
/// <param name="Lacking">How many elements it lacks; null likewise.</param>
internal sealed record NoteVersion(string Name, int Number, string FileName, string Author, DateTime At, string Reason, long Bytes, int? Faults, int? Lacking);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StudioPack[]))]
[JsonSerializable(typeof(VersionFiles))]
[JsonSerializable(typeof(DraftFiles))]
[JsonSerializable(typeof(DraftSave))]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(WordingRequest))]
[JsonSerializable(typeof(PackWords))]
[JsonSerializable(typeof(Publication))]
[JsonSerializable(typeof(UseRequest))]
[JsonSerializable(typeof(UseEntry[]))]
[JsonSerializable(typeof(Comparison))]
[JsonSerializable(typeof(OtherDraft))]
[JsonSerializable(typeof(PackCheck))]
[JsonSerializable(typeof(DraftEffect[]))]
[JsonSerializable(typeof(VersionStatistics[]))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(ReportEntry[]))]
[JsonSerializable(typeof(NoteVersion[]))]
[JsonSerializable(typeof(OwnPhraseText))]
[JsonSerializable(typeof(OwnPhraseEntry[]))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<PackFileText>))]
[JsonSerializable(typeof(IReadOnlyList<Laminar.Engine.PackError>))]
internal sealed partial class StudioJson : JsonSerializerContext;
