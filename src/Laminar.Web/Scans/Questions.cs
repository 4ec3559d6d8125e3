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
    /// <returns>Those.</returns>
    public IReadOnlyList<Answer> Take(ScanResult result, Visit visit, IReadOnlyList<Answer> answers, IReadOnlyList<RefusedAnswer> refused)
    {
        var not = refused.Select(one => one.Finding).ToHashSet();
        var taken = answers.Where(answer => !not.Contains(answer.Finding)).ToList();
        counts.Answered(result, visit.Id, taken);
        Measures.Answered(result.Pack.Id, result.Pack.Version, taken.Count);
        return taken;
    }
}
