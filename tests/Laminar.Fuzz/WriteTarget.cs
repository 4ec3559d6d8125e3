using System.Text;
using Laminar.Engine;
using Laminar.Hosts;
using Laminar.Web;
using Laminar.Word;

namespace Laminar.Fuzz;

/// <summary>
/// Every way of writing, into a document whose markup is the input. What is answered and changed comes from the input's first bytes.
/// </summary>
internal static class WriteTarget
{
    private const int Dice = 4;
    private const string By = "A. Surgeon";
    private static readonly string[] Words = ["left", "not performed", "unable to state", "dismissed: not relevant", "ask again", "a & <b>", "fluoroscopic", "\u0001", ""];
    private static readonly DateTimeOffset At = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Run(byte[] input)
    {
        if (input.Length < Dice || DraftDocument.Open(Materials.Docx(input.AsMemory(Dice)), "draft.docx", ReadLimits.Default).Document is not { } document)
        {
            return;
        }

        var dice = new Random(BitConverter.ToInt32(input));
        var scan = PackChoice.Scan(document.Draft, Materials.Packs);
        Annotated(document, scan, (AnnotationMode)dice.Next(2));
        var answers = scan.Findings.Where(_ => dice.Next(2) == 0).Select(finding => Answer(finding, dice)).ToList();
        Given(document, new GivenAnswers(By, null, answers), new GivenEdits(By, Edits(document.Draft, dice)), new GivenFlags(By, [.. scan.Findings.Select(static finding => finding.Id)]));
    }

    /// <summary>What was given, on a document.</summary>
    public static void Given(DraftDocument document, GivenAnswers? answers, GivenEdits? edits, GivenFlags? flags)
    {
        var scan = PackChoice.Scan(document.Draft, Materials.Packs);
        if (answers is not null)
        {
            var applied = Open(document.Apply(scan, answers.Answers, new Answerer(answers.By, answers.Role ?? AnswererRole.Surgeon), At).Bytes);
            document.Insertions(scan, answers.Answers, new Answerer(answers.By), At);
            if (applied.Finalize(PackChoice.Scan(applied.Draft, Materials.Packs), At).Bytes is { } final)
            {
                Open(final);
            }
        }

        if (edits is not null && document.Edit(edits.Edits, edits.By ?? By, At).Bytes is { } edited)
        {
            Open(edited);
        }

        if (flags is not null)
        {
            Open(document.Flag(scan, flags.Findings, flags.By, At));
        }
    }

    /// <summary>Annotated, a draft reads as before; cleared, it does so again.</summary>
    private static void Annotated(DraftDocument document, ScanResult scan, AnnotationMode mode)
    {
        var annotated = Open(document.Annotate(scan, mode, At));
        Same(document.Draft, annotated.Draft, "Annotating changes the text.");
        Same(document.Draft, Open(annotated.Clear(At)).Draft, "Clearing changes the text.");
        Open(document.Clear(At));
    }

    private static void Same(Draft draft, Draft other, string fault)
    {
        if (!Materials.Texts(draft).SequenceEqual(Materials.Texts(other)))
        {
            throw new FaultException(fault);
        }
    }

    private static DraftDocument Open(byte[] written)
    {
        var (document, error) = DraftDocument.Open(written, "draft.docx", ReadLimits.Default);
        return document ?? throw new FaultException($"What was written can't be opened: {error!.Code}.");
    }

    private static Answer Answer(Finding finding, Random dice)
    {
        var options = finding.Suggestion?.Fields.SelectMany(static field => field.Options).Concat(Words).ToArray() ?? Words;
        return dice.Next(4) == 0 && finding.Suggestion is { } suggestion
            ? new Answer(finding.Id, null, suggestion.Fields.DistinctBy(static field => field.Name).ToDictionary(static field => field.Name, _ => options[dice.Next(options.Length)]))
            : new Answer(finding.Id, options[dice.Next(options.Length)]);
    }

    private static List<TextEdit> Edits(Draft draft, Random dice)
    {
        var places = Enumerable.Range(0, 2 * dice.Next(1, 4)).Select(_ => Place(draft, dice)).Order().ToList();
        return [.. places.Chunk(2).Select(pair => new TextEdit(pair[0], pair[1], Written(dice)))];
    }

    private static TextPlace Place(Draft draft, Random dice)
    {
        var paragraph = dice.Next(draft.Paragraphs.Count);
        return new TextPlace(paragraph, dice.Next(draft.Paragraphs[paragraph].Text.Length + 1));
    }

    private static string Written(Random dice)
    {
        var text = new StringBuilder();
        for (var left = dice.Next(4); left > 0; left--)
        {
            text.Append(((string[])["word ", "\n", "\t", "\v", "C5-C6", "<&>", "é", "\U0001F600"])[dice.Next(8)]);
        }

        return text.ToString();
    }
}
