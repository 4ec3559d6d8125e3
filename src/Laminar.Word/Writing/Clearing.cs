namespace Laminar.Word;

/// <summary>Takes out what the tool put in: open suggestions, its unconfirmed text, its questions, its record.</summary>
internal sealed class Clearing(WritingSession session)
{
    public void Clear()
    {
        var questions = session.Comments.Questions.Select(static question => question.Comment).ToHashSet();
        foreach (var mark in session.Marks.Suggestions)
        {
            if (mark.IsOpen || mark.HasOwnInsertion)
            {
                session.Marks.Remove(mark, session.Splices);
            }
            else
            {
                session.Marks.Unwrap(mark, session.Splices);
            }
        }

        session.Marks.RemoveComments(questions, session.Splices);
        session.Marks.Join(session.Splices);
        session.Comments.Remove(questions);
        if (session.Record is { } record)
        {
            session.Lists.Remove(record);
        }
    }
}
