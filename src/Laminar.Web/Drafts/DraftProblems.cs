using Laminar.Hosts;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>Why a draft that was read was not written into. None quotes the draft or an answer.</summary>
internal static class DraftProblems
{
    public static Problem NoSuchForm { get; } = new(400, "no-such-form", "There is no such form; say as=suggestions or as=questions.");

    public static Problem NothingToFlag { get; } = new(422, RefusalCodes.Gone, "The draft no longer asks any of these, so nothing was written; read it again.");

    public static Problem BadFlags(string sentence) => new(400, "bad-flags", sentence);

    public static Problem BadAnswers(string sentence) => new(400, "bad-answers", sentence);

    public static Problem NotFinal(IReadOnlyList<OpenItem> open) => new(409, "not-final",
        $"The report can't be finalized yet: {FindingGroups.Count(open.Count, "thing")} to settle, listed in \"open\"; settle each and send it again.")
    {
        List = new("open", open),
    };

    public static Problem NotInThatRole(AnswererRole role) => new(403, RefusalCodes.Role, role == AnswererRole.Surgeon
        ? "You don't answer as a surgeon here, so nothing was written; flag the questions to the surgeon."
        : "You don't answer as a transcriptionist here, so nothing was written; answer in the role that you have.");

    /// <summary>Where the role alone stood against an answer, another person may give it: that is 403.</summary>
    public static Problem AllRefused(IReadOnlyList<RefusedAnswer> refused) =>
        (refused.Any(static one => one.Code == RefusalCodes.Role)
            ? new Problem(403, RefusalCodes.Role, "A transcriptionist can't state a clinical fact, so nothing was written; flag the questions to the surgeon.")
            : new Problem(422, "refused", "None of the answers could be taken, so nothing was written; \"refused\" says why for each."))
        with { List = new("refused", refused) };
}
