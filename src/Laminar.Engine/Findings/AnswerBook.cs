namespace Laminar.Engine.Findings;

/// <summary>
/// The answers that a document keeps, and which of them hold: one that was dismissed does, or that can't be stated where no
/// sentence could say so; every other only as long as the sentence that was confirmed for it stands in the draft, so that whoever deletes it is asked again.
/// </summary>
internal sealed class AnswerBook
{
    /// <summary>More than any form has questions; a document that claims more is not searched for them all.</summary>
    private const int MostAnswers = 256;

    private readonly Dictionary<string, AnsweredFinding> _held = new(StringComparer.Ordinal);
    private readonly List<string> _folded = [];

    public AnswerBook(Draft draft, Pack pack)
    {
        if (draft.Answers.Count == 0)
        {
            return;
        }

        _folded.AddRange(draft.Paragraphs.Select(p => WordingPrint.Fold(p.Text)));
        foreach (var answer in draft.Answers.TakeLast(MostAnswers))
        {
            if (FindingId.Parse(answer.Finding) is { } asked && IsOf(pack, asked.Element) && Holds(answer, asked.Kind))
            {
                _held[answer.Finding] = new AnsweredFinding(answer.Finding, asked.Element, answer.Answer);
            }
        }
    }

    public IReadOnlyList<AnsweredFinding> Held => [.. _held.Values];

    public bool Closes(Finding finding) => _held.ContainsKey(finding.Id);

    private bool Holds(DraftAnswer answer, string kind)
        => answer.Answer == AnswerWords.Dismissed || (answer is { Answer: AnswerWords.UnableToState, Print: null } && kind is not (FindingKind.Missing or FindingKind.TitleOnly)) || !StaysOpen(answer.Answer, kind) && Stands(answer.Print);

    /// <summary>Words that contradict or can be read in two ways are mended where they stand; another sentence beside them mends nothing.</summary>
    private static bool StaysOpen(string answer, string kind)
        => kind is FindingKind.Conflict or FindingKind.Ambiguous && answer != AnswerWords.UnableToState;

    private bool Stands(string? print)
        => WordingPrint.TryParse(print, out var length, out var hash) && _folded.Exists(text => WordingPrint.IsIn(length, hash, text));

    private static bool IsOf(Pack pack, string element)
        => element == FindingKind.Applicability || pack.Elements.Any(e => e.Id == element) || pack.Groups.Any(g => g.Id == element);
}
