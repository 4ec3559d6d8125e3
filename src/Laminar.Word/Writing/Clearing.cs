namespace Laminar.Word;

/// <summary>
/// Takes out what the tool put in: open suggestions, its questions, its record. What somebody has chosen in Word's list is that
/// person's: the text stays, a tracked insertion still, and loses its control once all its fields are answered.
/// </summary>
internal sealed class Clearing(WritingSession session)
{
    public void Clear()
    {
        foreach (var mark in session.Marks.Suggestions)
        {
            if (!mark.HasAnswer && (mark.Answers.Count > 0 || mark.HasInsertion))
            {
                session.Marks.Remove(mark, session.Splices);
            }
            else if (!mark.IsOpen)
            {
                session.Marks.Unwrap(mark, session.Splices);
            }
        }

        session.TakeOutQuestions(static _ => true);
        if (session.Record is { } record)
        {
            session.Lists.Remove(record);
        }
    }
}
