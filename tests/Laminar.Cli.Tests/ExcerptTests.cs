using System.Diagnostics;
using Laminar.Engine;

namespace Laminar.Cli.Tests;

/// <summary>How a sentence of the draft is drawn, each as the text that a reader sees.</summary>
public sealed class ExcerptTests
{
    [Fact]
    public void Carets_stand_under_the_words_meant() => AssertDrawn(
        "A first one. The space was entered on the right, and bone was removed. A last one.",
        ["right"],
        80,
        """
        The space was entered on the right, and bone was removed.
                                     ^^^^^
        """);

    [Fact]
    public void Two_words_of_one_sentence_are_shown_under_it_together() => AssertDrawn(
        "Left C4-5 and right C6-7 were treated.",
        ["Left", "right"],
        80,
        """
        Left C4-5 and right C6-7 were treated.
        ^^^^          ^^^^^
        """);

    [Fact]
    public void A_long_sentence_is_broken_and_its_carets_with_it() => AssertDrawn(
        "The interlaminar space was entered on the right side of the spine.",
        ["entered on the right side"],
        40,
        """
        The interlaminar space was entered on
                                   ^^^^^^^^^^
        the right side of the spine.
        ^^^^^^^^^^^^^^
        """);

    [Fact]
    public void A_stop_inside_a_name_or_a_number_ends_no_sentence() => AssertDrawn(
        "Seen before. A needle of A. Smith gave 2.5 mL on the left. Nothing else.",
        ["left"],
        80,
        """
        A needle of A. Smith gave 2.5 mL on the left.
                                                ^^^^
        """);

    [Fact]
    public void Control_characters_of_a_draft_never_reach_the_terminal() => AssertDrawn(
        "The \e[31mleft\a\tside\u202E was treated.",
        ["left"],
        80,
        """
        The  [31mleft  side was treated.
                 ^^^^
        """);

    [Fact]
    public void A_mark_on_a_letter_takes_no_column() => AssertDrawn(
        "The Me\u0301nard needle came from the left.",
        ["left"],
        80,
        "The Me\u0301nard needle came from the left.\n" + new string(' ', "The Menard needle came from the ".Length) + "^^^^");

    [Fact]
    public void Of_a_sentence_without_end_the_lines_around_each_mark_are_shown()
    {
        var filler = string.Join(' ', Enumerable.Range(10, 50).Select(number => $"filler-{number}"));

        AssertDrawn(
            $"on the left {filler} on the right {filler}",
            ["left", "right"],
            40,
            """
            on the left filler-10 filler-11
                   ^^^^
            filler-12 filler-13 filler-14 filler-15
            …
            filler-56 filler-57 filler-58 filler-59
            on the right filler-10 filler-11
                   ^^^^^
            filler-12 filler-13 filler-14 filler-15
            …
            """);
    }

    [Fact]
    public void Of_a_sentence_without_end_and_mark_the_last_lines_are_shown()
    {
        var text = string.Join(' ', Enumerable.Range(10, 50).Select(number => $"filler-{number}"));

        var lines = Excerpt.Lines(text, new Excerpt.Range(0, text.Length), [], 40).Select(line => line.Text);

        Assert.Equal(["…", "filler-54 filler-55 filler-56 filler-57", "filler-58 filler-59"], lines);
    }

    [Fact]
    public void Of_many_marks_in_a_sentence_without_end_the_first_are_shown_and_soon()
    {
        const string Words = "left C4-5 interlaminar laminotomy and right C5-6 laminectomy, ";
        var text = string.Concat(Enumerable.Repeat(Words, 8000));
        var draft = Draft.FromText("draft.txt", text);
        var evidence = Enumerable.Range(0, 8000).Select(time => Evidence(0, time * Words.Length, 4)).ToList();
        var watch = Stopwatch.StartNew();

        var (_, sentence, marks) = Assert.Single(Excerpt.BySentence(draft, evidence));
        var lines = Excerpt.Lines(text, sentence, marks, 83).ToList();

        Assert.Equal(31, lines.Count);
        Assert.Equal("…", lines[^1].Text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), watch.Elapsed.ToString());
    }

    [Fact]
    public void Marks_that_meet_or_stand_out_of_order_are_drawn_as_they_lie() => AssertDrawn(
        "Left C4-5 and right C6-7 were treated.",
        ["right C6-7", "C6-7 were", "Left"],
        80,
        """
        Left C4-5 and right C6-7 were treated.
        ^^^^          ^^^^^^^^^^^^^^^
        """);

    [Fact]
    public void Evidence_beyond_the_draft_is_left_out_and_breaks_nothing()
    {
        var draft = Draft.FromText("draft.txt", "One.");

        Assert.Empty(Excerpt.BySentence(draft, [Evidence(7, 0, 3), Evidence(-1, 0, 3)]));
        Assert.Single(Excerpt.BySentence(draft, [Evidence(0, 90, 3)]));
    }

    private static void AssertDrawn(string text, string[] words, int width, string expected)
    {
        var draft = Draft.FromText("draft.txt", text);
        var evidence = words.Select(word => Evidence(0, text.IndexOf(word, StringComparison.Ordinal), word.Length)).ToList();
        var (_, sentence, marks) = Assert.Single(Excerpt.BySentence(draft, evidence));
        var lines = Excerpt.Lines(text, sentence, marks, width).SelectMany(line => line.Carets.Length == 0 ? [line.Text] : new[] { line.Text, line.Carets });
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', lines));
    }

    private static Evidence Evidence(int paragraph, int start, int length) => new(paragraph, start, length, "", "description", "performed");
}
