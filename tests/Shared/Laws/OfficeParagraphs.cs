using System.Text;

namespace Laminar.Tests.Laws;

/// <summary>Paragraphs as they end; those of a text box come after the paragraph that holds it.</summary>
internal sealed class OfficeParagraphs
{
    private readonly Stack<(StringBuilder Open, List<string> Ended)> outer = new();
    private readonly List<string> boxes = [];
    private StringBuilder open = new();
    private List<string> ended = [];

    public void Put(string text) => open.Append(text);

    public void Break()
    {
        ended.Add(open.ToString());
        open.Clear();
        if (outer.Count == 0)
        {
            ended.AddRange(boxes);
            boxes.Clear();
        }
    }

    public void Enter()
    {
        outer.Push((open, ended));
        (open, ended) = (new StringBuilder(), []);
    }

    public void Leave()
    {
        EndLast();
        boxes.AddRange(ended);
        (open, ended) = outer.Pop();
    }

    /// <summary>All paragraphs, with what stands after the last end.</summary>
    public IReadOnlyList<string> Ended()
    {
        EndLast();
        return ended;
    }

    private void EndLast()
    {
        if (open.Length > 0)
        {
            Break();
        }
    }
}
