using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>What becomes of a scan's questions on the way to a person: worded as the person has it, and counted.</summary>
internal sealed class Questions(PersonalPhrases phrases, QuestionCounts counts)
{
    public ScanResult Raise(ScanResult result, Visit visit)
    {
        counts.Raised(result, visit.Id);
        return Word(result, visit.Person);
    }

    public ScanResult Word(ScanResult result, Person person) => phrases.Word(result, person);

    /// <summary>Counts the answers that were not refused.</summary>
    public void Take(ScanResult result, Visit visit, IReadOnlyList<Answer> answers, IReadOnlyList<RefusedAnswer> refused)
    {
        var not = refused.Select(one => one.Finding).ToHashSet();
        counts.Answered(result, visit.Id, answers.Where(answer => !not.Contains(answer.Finding)));
    }
}
