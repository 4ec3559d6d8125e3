using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary>The file that <c>laminar apply</c> reads answers from.</summary>
internal static class AnswersFile
{
    /// <exception cref="UsageException">It can't be read, or holds no answers.</exception>
    public static GivenAnswers Read(string path)
    {
        var name = Plain.Text(path);
        var (bytes, error) = DraftFile.Load(path, GivenAnswers.MaxBytes);
        if (bytes is not { } json)
        {
            throw new UsageException($"{name}: {error!.Message}");
        }

        if (json.Length > GivenAnswers.MaxBytes)
        {
            throw new UsageException($"{name}: The answers are larger than 1 MB; split them into several files.");
        }

        var (answers, problem) = GivenAnswers.Parse(json);
        return answers ?? throw new UsageException($"{name}: {problem}");
    }
}
