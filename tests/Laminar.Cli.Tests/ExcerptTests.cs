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
