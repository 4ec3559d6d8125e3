using System.Diagnostics;
using System.Text.RegularExpressions;
using CsCheck;

namespace Laminar.Engine.Tests;

/// <summary>Repairs of form: what a typist slipped on is mended, what the surgeon said is left as it stands.</summary>
public sealed class FormRepairTests
{
    public static TheoryData<string> Samples { get; } = [.. Directory.GetFiles(Path.Combine(Shipped.Folder, "drafts"), "*.txt").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    /// <summary>Slips of the hand where plain words stand on both sides, in lines that no blank may have laid out in columns.</summary>
    private static readonly (string Was, string Slip)[] Slips =
    [
        (" the (?=[a-z]{3})", " the the "), (" of ", " of of "), (" with ", " wiht "), (" patient was ", " patinet  was "), ("(?<= [a-z]{3,}), and (?=[a-z]{2} )", " ,and "),
        ("(?<= [a-z]{3,}), and ", ",  and "), ("(?<= [a-z]{3,})\\. The ", ".The "), ("(?<= [a-z]{3,})\\. The ", " . The "), ("(?<= [a-z]{6,})\\. He ", ". he "), ("(?<= [a-z]{3,})\\. A ", ".. A "),
        ("(?<= )procedure", "proceedure"), ("(?<= )incision", "incison"), ("(?<=[a-z]) on the ", "  on  the "),
    ];

    private static readonly Gen<string> Text = Gen.Frequency(
        (6, OneOf("the", "The", "teh", "Teh", "THE", "patinet", "Patinet", "PATINET", "removed", "Removed", "skin", "vs", "no", "left", "a", "C5", "2", "www", "They", "they", "(the", "and", "mL")),
        (6, OneOf(" ", " ", "  ", "   ", ",", ".", ".", ". ", ".  ", ",,", "..", "...", ";", ":", "?", "!", "\n", "\t", "    ")),
        (1, OneOf("__", "***", "[", "]", "{", "}", ")", "\"", "'s", "-", "/", "*", "\u00A0", "\uD83D", "é")),
        (1, Gen.Char.Select(c => c.ToString()))).Array[0, 80].Select(string.Concat);

    [Fact]
    public void A_repair_says_where_what_and_why()
        => Assert.Equal(
            [
                new FormRepair(1, 0, 7, "The the", "The", "A word stands twice."),
                new FormRepair(1, 8, 7, "patinet", "patient", "A word is misspelled."),
                new FormRepair(1, 19, 2, "  ", " ", "Several spaces stand where one does."),
                new FormRepair(1, 27, 2, " .", ".", "A space stands before a mark."),
                new FormRepair(2, 8, 1, ",", ", ", "A space is missing after a mark."),
                new FormRepair(2, 21, 3, ".. ", ". ", "A mark stands twice."),
                new FormRepair(2, 39, 3, "the", "The", "A sentence starts with a capital letter."),
            ],
            Of("Description", "The the patinet was  draped .", "The skin,then the fat.. He was closed. the end."));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_that_was_typed_with_slips_reads_as_it_was_meant(string name)
    {
        var meant = Sample(name);
        foreach (var (was, slip) in Slips)
        {
            var typed = meant with { Paragraphs = [.. meant.Paragraphs.Select(p => p.Text.Contains("__", StringComparison.Ordinal) ? p : p with { Text = Regex.Replace(p.Text, was, slip) })] };
            var mended = Made(typed);

            // Spaces behind full stops follow the typist's habit, which the slips may have changed.
            Assert.Equal(meant.Paragraphs.Select(p => Collapsed(p.Text)), mended.Paragraphs.Select(p => Collapsed(p.Text)));
            Assert.Equal(Statuses(meant), Statuses(mended));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void No_repair_of_a_sample_changes_what_a_scan_reads(string name)
    {
        var draft = Sample(name);
        foreach (var repair in FormRepairs.Of(draft, Shipped.Pack))
        {
            Assert.Equal(Statuses(draft), Statuses(FormRepairs.Made(draft, [repair])));
        }

        Assert.Equal(Statuses(draft), Statuses(Made(draft)));
    }

    [Fact]
    public void Any_text_is_repaired_once_and_for_all()
        => Gen.Select(Text, Text, Text).Sample((one, two, three) => AssertSound(Draft.FromText("draft.txt", $"{one}\n{two}\n{three}")), iter: 20_000);

    [Fact]
    public void Random_characters_never_throw()
        => Gen.Char.Array[0, 300].Sample(c => AssertSound(Draft.FromText("draft.txt", new string(c))), iter: 3_000);

    [Fact]
    public void Nothing_in_or_beside_a_placeholder_is_touched()
    {
        var span = Gen.Select(Gen.Enum<DraftSpanKind>(), Gen.Int[0, 200], Gen.Int[0, 40]).Select((kind, start, length) => new DraftSpan(kind, start, length));
        Gen.Select(Text, span.Array[0, 4]).Sample((text, spans) =>
        {
            var draft = new Draft("draft.docx", string.Empty, [new DraftParagraph(text) { Spans = spans }], []);
            foreach (var repair in AssertWithin(draft))
            {
                Assert.DoesNotContain(spans, s => s.Kind == DraftSpanKind.Placeholder && s.Start < repair.Start + repair.Length && repair.Start < s.End);
            }
        }, iter: 5_000);
    }

    [Fact]
    public void Tables_and_headings_keep_their_lower_case_and_other_parts_are_left_alone()
    {
        const string Typed = "The skin was closed. the end was  near.";
        DraftParagraph[] paragraphs =
        [
            new("The first. The second. The third."), new(Typed) { Cell = new DraftCell(0, 0, 0) }, new(Typed) { HeadingLevel = 1 },
            new(Typed) { Part = DraftPart.Header }, new(Typed) { Part = DraftPart.Footnote },
        ];

        var repairs = FormRepairs.Of(new Draft("draft.docx", string.Empty, paragraphs, []), Shipped.Pack);

        Assert.Equal([(1, "  "), (2, "  ")], repairs.Select(r => (r.Paragraph, r.Text)));
    }

    [Fact]
    public void Two_spaces_behind_a_full_stop_are_a_habit_where_most_stops_have_them()
    {
        Assert.Empty(Of("It was cut.  It was closed.  It was dry. It was done."));
        Assert.Equal([".  "], Of("It was cut. It was closed.  It was dry. It was done.").Select(r => r.Text));
        Assert.Equal([(".", ".  ")], Of("The skin was cut.  It was dry.Then it was closed.").Select(r => (r.Text, r.With)));
    }

    [Theory]
    [InlineData("the patient was ")]
    [InlineData("the ")]
    [InlineData("[")]
    [InlineData("_")]
    [InlineData(".")]
    [InlineData(" ")]
    [InlineData("removed.The ")]
    [InlineData("patinet,, ")]
    public void Repairs_take_time_in_proportion_to_the_text(string piece)
    {
        var (once, eightfold) = (Draft.FromText("draft.txt", Many(piece, 25_000)), Draft.FromText("draft.txt", Many(piece, 200_000)));
        var (little, much) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < 20 && (run < 3 || much > 40 * little); run++)
        {
            (little, much) = (Math.Min(little, Time(once)), Math.Min(much, Time(eightfold)));
        }

        Assert.True(much <= (40 * little) + 20, $"{little:F1} ms for 25,000 characters, {much:F1} ms for 200,000.");
    }

    [Fact]
    public void Spans_without_number_take_time_in_proportion()
    {
        var text = Many("the patinet was  draped ", 100_000);
        var spans = Enumerable.Range(0, 20_000).Select(i => new DraftSpan(DraftSpanKind.Placeholder, i, text.Length - i)).ToList();

        Assert.True(Time(new Draft("draft.docx", string.Empty, [new DraftParagraph(text) { Spans = spans }], [])) < 1_000);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void AssertSound(Draft draft)
    {
        AssertWithin(draft);
        var mended = Made(draft);
        Assert.Empty(FormRepairs.Of(mended, Shipped.Pack));
    }

    private static IReadOnlyList<FormRepair> AssertWithin(Draft draft)
    {
        var repairs = FormRepairs.Of(draft, Shipped.Pack);
        foreach (var repair in repairs)
        {
            Assert.True(repair.Length > 0);
            Assert.NotEqual(repair.Text, repair.With);
            Assert.Equal(draft.Paragraphs[repair.Paragraph].Text.Substring(repair.Start, repair.Length), repair.Text);
        }

        Assert.All(repairs.Zip(repairs.Skip(1)), r => Assert.True((r.First.Paragraph, r.First.Start + r.First.Length).CompareTo((r.Second.Paragraph, r.Second.Start)) <= 0));
        return repairs;
    }

    private static IReadOnlyList<FormRepair> Of(params string[] paragraphs) => FormRepairs.Of(Draft.FromText("draft.txt", string.Join('\n', paragraphs)), Shipped.Pack);

    private static Draft Made(Draft draft) => FormRepairs.Made(draft, FormRepairs.Of(draft, Shipped.Pack));

    private static Draft Sample(string name) => Draft.FromText(name, File.ReadAllText(Path.Combine(Shipped.Folder, "drafts", name)));

    private static IEnumerable<string> Statuses(Draft draft)
        => Shipped.Scan(draft).Elements.Select(e => $"{e.Id} {e.Status} {string.Join(", ", e.Values)}");

    private static string Collapsed(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Many(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static double Time(Draft draft)
    {
        var watch = Stopwatch.StartNew();
        FormRepairs.Of(draft, Shipped.Pack);
        return watch.Elapsed.TotalMilliseconds;
    }
}
