using System.Diagnostics;
using System.Text;
using CsCheck;

namespace Laminar.Engine.Tests;

/// <summary>Any text is taken: nothing throws, nothing points outside the draft, and twice the text takes about twice the time.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Words = [.. PackWords().Distinct(StringComparer.Ordinal)];

    private static readonly string[] Marks = [".", ",", ";", ":", "-", "/", "(", ")", "[", "]", "***", "____", "\n", "\t", "\u2013", "\u00A0", "?", "!", "\"", "&", "+", "'"];

    private static readonly Gen<string> Piece = Gen.Frequency(
        (8, Gen.Int[0, Words.Length - 1].Select(i => Words[i])),
        (3, Gen.Int[0, Marks.Length - 1].Select(i => Marks[i])),
        (1, Gen.Int[0, 140].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        (1, Gen.Char.Array[0, 8].Select(c => new string(c))));

    private static readonly Gen<string> Mixture = Gen.Select(Piece, Gen.Bool).Array[0, 200].Select(pieces =>
    {
        var text = new StringBuilder();
        foreach (var (piece, glued) in pieces)
        {
            text.Append(piece).Append(glued ? "" : " ");
        }

        return text.ToString();
    });

    [Fact]
    public void Random_characters_never_throw()
        => Gen.Char.Array[0, 600].Sample(c => { Assertions.AssertSound(Draft.FromText("draft.txt", new string(c))); }, iter: 3_000);

    [Fact]
    public void Words_of_the_pack_in_any_order_never_throw()
        => Mixture.Sample(text => { Assertions.AssertSound(Draft.FromText("draft.txt", text)); }, iter: 3_000);

    [Fact]
    public void Marks_alone_never_throw()
        => Gen.Int[0, Marks.Length - 1].Array[0, 300].Sample(m => { Assertions.AssertSound(Draft.FromText("draft.txt", string.Concat(m.Select(i => Marks[i])))); }, iter: 3_000);

    /// <summary>Marks make no clause, so the label of such a blank is none.</summary>
    [Theory]
    [InlineData(",,: ***")]
    [InlineData("The cord was decompressed.\n;; : ____ : [no]")]
    [InlineData("(: [ / not ]")]
    public void A_blank_behind_marks_alone_is_taken(string text) => Assertions.AssertSound(Draft.FromText("draft.txt", text));

    [Fact]
    public void Spans_and_cells_and_parts_of_any_sort_never_throw()
    {
        var span = Gen.Select(Gen.Enum<DraftSpanKind>(), Gen.Int[0, 300], Gen.Int[0, 300]).Select((kind, start, length) => new DraftSpan(kind, start, length));
        var paragraph = Gen.Select(Mixture, Gen.Enum<DraftPart>(), span.Array[0, 5], Gen.Int[0, 9], Gen.Bool)
            .Select((text, part, spans, level, cell) => new DraftParagraph(text)
            {
                Part = part,
                HeadingLevel = level,
                Cell = cell ? new DraftCell(0, level, level % 3) : null,
                Spans = [.. spans.Where(s => s.End <= text.Length).OrderBy(s => s.Start)],
            });
        paragraph.Array[0, 6].Sample(p => { Assertions.AssertSound(new Draft("draft.docx", string.Empty, [.. p.OrderBy(x => x.Part)], [])); }, iter: 600);
    }

    [Fact]
    public void The_same_text_gives_the_same_result()
        => Mixture.Sample(text => ScanText(text) == ScanText(text), iter: 300);

    /// <summary>Every line of a report may be there or not, so that everything is found open at some time. Its two headings stay: without them the first line is taken for the title.</summary>
    private static readonly Gen<string[]> SomeLines = Gen.Bool.Array[OpenDraft.Whole.Count].Select(static kept => OpenDraft.Whole.Where((text, line) => kept[line] || text.Contains("PROCEDURE", StringComparison.Ordinal)).ToArray());

    [Theory]
    [InlineData("")]
    [InlineData("The lights in the room were dimmed.")]
    public void Findings_keep_their_ids_when_a_line_that_says_nothing_of_them_is_put_before_or_behind_the_draft(string line)
        => SomeLines.Sample(lines =>
        {
            var ids = Ids(OpenDraft.Scan(lines));
            Assert.Equal(ids, Ids(OpenDraft.Scan([line, .. lines])));
            Assert.Equal(ids, Ids(OpenDraft.Scan([.. lines, line])));
        }, iter: 400);

    [Fact]
    public void Findings_in_any_text_keep_their_ids_when_an_empty_line_is_put_before_or_behind_it()
        => Mixture.Sample(static text =>
        {
            var ids = Ids(Shipped.Scan(text));
            Assert.Equal(ids, Ids(Shipped.Scan("\n" + text)));
            Assert.Equal(ids, Ids(Shipped.Scan(text + "\n")));
        }, iter: 500);

    [Fact]
    public void Every_pack_takes_any_text()
        => Gen.Select(Gen.Int[0, Shipped.Packs.Count - 1], Mixture).Sample(static (pack, text) => { Assertions.AssertSound(Draft.FromText("draft.txt", text), Shipped.Packs[pack]); }, iter: 1_500);

    [Fact]
    public void Repairs_of_form_in_any_text_stand_where_they_say()
        => Mixture.Sample(static text =>
        {
            var draft = Draft.FromText("draft.txt", text);
            foreach (var repair in FormRepairs.Of(draft, Shipped.Pack))
            {
                Assert.Equal(repair.Text, draft.Paragraphs[repair.Paragraph].Text.Substring(repair.Start, repair.Length));
            }
        }, iter: 500);

    private static IEnumerable<string> Ids(ScanResult result) => result.Findings.Select(static finding => finding.Id).Order(StringComparer.Ordinal);

    /// <summary>Texts that would hurt a reader that looks back or ahead without bound.</summary>
    public static TheoryData<string> Hard { get; } =
    [
        "The cannula was advanced under fluoroscopy to the left C5-6 lamina and ",
        "C5-6, ",
        "C5-6-",
        "left ",
        "no ",
        "not removed ",
        "the flavum and ",
        "(",
        "[ ] ",
        "*** ",
        "_ ",
        "word ",
        "PROCEDURE: ",
        "a: ",
        "was ",
        "x",
        "-",
        "1",
        ".",
        "T",
        "which was ",
        "rather than ",
        "two-level ",
        "Indications: ",
        "Procedure: ",
        "but then ",
    ];

    /// <summary>One thing that a reader looks back to or ahead for, and much between.</summary>
    [Theory]
    [InlineData("The lamina was removed; ", "flavum ", "", "")]
    [InlineData("We removed ", "flavum ", "", "")]
    [InlineData("", "flavum ", "was removed", "")]
    [InlineData("The ", "foraminotomy ", "was noted and ", "was performed ")]
    [InlineData("At ", "C5-6 ", "was marked and ", "was decompressed ")]
    [InlineData("The lamina was removed ", "under fluoroscopy ", "on the left ", "at C5-6 ")]
    [InlineData("the canal ", "but then ", "was entered ", "but then ")]
    [InlineData("PROCEDURE: ", "laminotomy or ", "", "left or ")]
    public void One_sentence_about_much_takes_time_in_proportion_to_its_length(string lead, string piece, string turn, string rest)
        => AssertInProportion(n => Draft.FromText("draft.txt", lead + Many(piece, n / 2) + turn + Many(rest, n / 2)));

    [Theory]
    [MemberData(nameof(Hard))]
    public void A_sentence_without_an_end_takes_time_in_proportion_to_its_length(string piece)
    {
        Assertions.AssertSound(Repeat(piece, 200_000));
        AssertInProportion(n => Repeat(piece, n));
    }

    [Theory]
    [InlineData(DraftSpanKind.Bold)]
    [InlineData(DraftSpanKind.PendingInsertion)]
    [InlineData(DraftSpanKind.ContentControl)]
    [InlineData(DraftSpanKind.Placeholder)]
    public void Spans_without_number_take_time_in_proportion(DraftSpanKind kind)
        => AssertInProportion(n => Repeat("The left C5-6 lamina was removed and ", n) is var draft
            ? draft with { Paragraphs = [draft.Paragraphs[0] with { Spans = [.. Enumerable.Range(0, n / 37).Select(i => new DraftSpan(kind, (i * 37) + 4, 9))] }] }
            : draft);

    /// <summary>
    /// Eight times the text may take 40 times as long and 20 ms more (long lists are fetched anew, short ones are kept), where a
    /// square of anything that matters would take seconds; the best of several runs keeps
    /// collections and other work on the machine out of it.
    /// </summary>
    private static void AssertInProportion(Func<int, Draft> draft)
    {
        var (once, eightfold) = (draft(25_000), draft(200_000));
        var (little, much) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < 20 && (run < 3 || much > 40 * little); run++)
        {
            little = Math.Min(little, Time(once));
            much = Math.Min(much, Time(eightfold));
        }

        Assert.True(much <= (40 * little) + 20, $"{little:F1} ms for 25,000 characters, {much:F1} ms for 200,000.");
    }

    [Fact]
    public void A_hundred_times_the_draft_takes_about_a_hundred_times_the_time()
    {
        var draft = File.ReadAllText(Directory.GetFiles(Path.Combine(Shipped.Folder, "drafts"), "*.txt").Order(StringComparer.Ordinal).First());
        var (one, hundred) = (Draft.FromText("draft.txt", draft), Draft.FromText("draft.txt", string.Join('\n', Enumerable.Repeat(draft, 100))));
        var (little, much) = (double.MaxValue, double.MaxValue);
        // A busy machine interrupts what takes longer more often: it gets as many tries as it needs, within reason.
        for (var run = 0; run < 600 && (run < 60 || much > 250 * little); run++)
        {
            little = Math.Min(little, Time(one));
            much = run % 6 == 0 ? Math.Min(much, Time(hundred)) : much;
        }

        Assert.True(much <= 250 * little, $"{little:F2} ms for one, {much:F1} ms for a hundred.");
    }

    [Fact]
    public void The_engine_rests_on_no_pattern_matcher()
        => Assert.DoesNotContain(typeof(Scanner).Assembly.GetReferencedAssemblies(), a => a.Name == "System.Text.RegularExpressions");

    private static double Time(Draft draft)
    {
        var watch = Stopwatch.StartNew();
        Scanner.Scan(draft, Shipped.Pack);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static Draft Repeat(string piece, int length) => Draft.FromText("draft.txt", Many(piece, length));

    private static string Many(string piece, int length) => piece.Length == 0 ? string.Empty : string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static string ScanText(string text) => System.Text.Json.JsonSerializer.Serialize(Shipped.Scan(text), SerializedResult.Line);

    private static IEnumerable<string> PackWords()
        => Shipped.Source.Files.SelectMany(f => f.Text.Split([' ', ',', '[', ']', '{', '}', '\n', '"', '|', '#'], StringSplitOptions.RemoveEmptyEntries));
}
