namespace Laminar.Web;

/// <summary>What is counted of a question.</summary>
internal static class QuestionEvents
{
    public const string Raised = "raised";
    public const string Answered = "answered";
    public const string Dismissed = "dismissed";
}
