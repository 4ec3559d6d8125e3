using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Word;

namespace Laminar.Cli;

/// <summary>Results for people: the state of the report first, then a paragraph for each finding, then a summary.</summary>
internal sealed class TextOutput(Terminal terminal, int files) : IScanOutput
{
    private int read;
    private int open;
    private int clashes;
    private int unreadable;

    public void Result(Draft draft, ScanResult result)
    {
        var groups = new FindingGroups(result);
        var report = new FindingText(terminal, draft);
        Head(draft, result, groups);
        Group("Disagree", groups.Disagree, finding => report.Write("≠", Ink.Clash, finding));
        Group("Not stated", groups.Open, finding => report.Write("○", Ink.Open, finding));
        Group("Worth adding", groups.WorthAdding, finding => report.WriteShort("·", finding));
        Summary(result, groups);
        read++;
        open += groups.Open.Count();
        clashes += groups.Disagree.Count();
    }

    public void Unreadable(string file, DraftError error)
    {
        unreadable++;
        Console.Error.WriteLine($"laminar: {(file.Length == 0 ? "\"\"" : Plain.Text(file))}: {error.Message} ({error.Code})");
    }

    public void Dispose()
    {
        if (files > 1)
        {
            var rest = unreadable == 0 ? "" : $"; {FindingGroups.Count(unreadable, "file")} could not be read";
            terminal.Writer.WriteLine(
                $"{FindingGroups.Count(read, "draft")}: {FindingGroups.Count(open, "question")}, {FindingGroups.Count(clashes, "disagreement")}{rest}");
        }

        terminal.Dispose();
    }

    private void Head(Draft draft, ScanResult result, FindingGroups groups)
    {
        terminal.Writer.WriteLine($"{terminal.Paint(Ink.Strong, Plain.Text(draft.Name))}: {groups.Headline}");
        if (result.Applicability.Status != ApplicabilityStatus.Applies)
        {
            var lead = result.Applicability.Status == ApplicabilityStatus.Uncertain ? "It is not sure that the pack applies" : FindingGroups.DoesNotApply;
            var reason = Plain.Text(result.Applicability.Reason);
            terminal.Writer.WriteLine(lead == groups.Headline ? reason : $"{lead}: {reason}");
        }

        foreach (var notice in result.Document.Notices)
        {
            terminal.Writer.WriteLine($"Not read: {Plain.Text(notice)}");
        }

        terminal.Writer.WriteLine();
    }

    private void Group(string title, IEnumerable<Finding> findings, Action<Finding> write)
    {
        var first = true;
        foreach (var finding in findings)
        {
            if (first)
            {
                terminal.Writer.WriteLine(terminal.Paint(Ink.Strong, title));
                first = false;
            }

            write(finding);
        }

        if (!first)
        {
            terminal.Writer.WriteLine();
        }
    }

    private void Summary(ScanResult result, FindingGroups groups)
    {
        var stated = result.Elements.Count(StatedElements.IsStated);
        var line = $"{groups.Headline}; {groups.WorthAdding.Count()} worth adding; {stated} of {result.Elements.Count} elements stated "
            + $"({result.Pack.Id} {result.Pack.Version}, {FindingGroups.Count(result.Document.Words, "word")})";
        foreach (var part in Wrap.Lines(line, terminal.Width))
        {
            terminal.Writer.WriteLine(terminal.Paint(groups.AnyOpen ? Ink.Quiet : Ink.Done, part));
        }

        terminal.Writer.WriteLine();
        terminal.Writer.Flush();
    }
}
