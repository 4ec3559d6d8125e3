using System.Text;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Cli.Tests;

/// <summary><c>annotate</c>, <c>apply</c>, <c>clear</c> and <c>finalize</c>: what they write and what they say.</summary>
public sealed class WriteTests : IDisposable
{
    private readonly Command laminar = new();

    public void Dispose() => laminar.Dispose();

    [Theory]
    [InlineData("draft.docx", "out.docx")]
    [InlineData("draft.docm", "out.docm")]
    [InlineData("draft.dotx", "out.DOTX")]
    [InlineData("draft.dotm", "out.dotm")]
    [InlineData("draft.xml", "out.docx")]
    [InlineData("draft.txt", "out.docx")]
    public async Task Annotate_writes_the_findings_into_a_file_of_the_drafts_kind(string name, string output)
    {
        Draft(name);

        var ended = await laminar.RunAsync("annotate", name, "-o", output);

        Assert.Equal((0, ""), (ended.Exit, ended.Output));
        Assert.Contains("laminar:guidance:", WrittenFiles.Document(laminar.Read(output)), StringComparison.Ordinal);
        Assert.Equal(await IdsAsync(name), await IdsAsync(output));
    }

    [Fact]
    public async Task Annotate_says_how_many_findings_stand_in_the_draft_and_nothing_of_it()
    {
        Draft("draft.docx");

        var ended = await laminar.RunAsync("annotate", "draft.docx", "-o", "out.docx");

        Assert.Equal($"laminar: {(await IdsAsync("draft.docx")).Count} findings stand in the draft.", ended.Errors.TrimEnd());
        Assert.Equal(ended.Errors, (await laminar.RunAsync("annotate", "out.docx", "-o", "again.docx")).Errors);
        Assert.Equal(laminar.Read("out.docx"), laminar.Read("again.docx"));
    }

    [Fact]
    public async Task Annotate_says_one_finding_as_one()
    {
        laminar.Write("draft.txt", Sample("near-miss-lumbar"));

        var ended = await laminar.RunAsync("annotate", "draft.txt", "-o", "out.docx", "--pack", "percutaneous-interlaminar-decompression");

        Assert.Equal((0, "laminar: 1 finding stands in the draft."), (ended.Exit, ended.Errors.TrimEnd()));
    }

    [Fact]
    public async Task Annotate_says_that_there_is_nothing_to_ask()
    {
        Draft("draft.docx");
        Answers("surgeon", [.. (await IdsAsync("draft.docx")).Select(id => (id, "dismissed: asked by telephone"))]);
        await laminar.RunAsync("apply", "draft.docx", "--answers", "answers.json", "-o", "dismissed.docx");

        var ended = await laminar.RunAsync("annotate", "dismissed.docx", "-o", "out.docx");

        Assert.Equal((0, "laminar: Nothing to ask; the draft is written without a suggestion."), (ended.Exit, ended.Errors.TrimEnd()));
        Assert.Equal(laminar.Read("dismissed.docx"), laminar.Read("out.docx"));
    }

    [Theory]
    [InlineData("--as", "questions")]
    [InlineData("--as=questions")]
    public async Task Questions_are_comments_alone(params string[] form)
    {
        Draft("draft.docx");

        var ended = await laminar.RunAsync(["annotate", "draft.docx", "--output=out.docx", .. form]);

        Assert.Equal(0, ended.Exit);
        Assert.Contains("<w:comment ", WrittenFiles.Parts(laminar.Read("out.docx"))["word/comments.xml"], StringComparison.Ordinal);
        Assert.DoesNotContain("<w:ins ", WrittenFiles.Document(laminar.Read("out.docx")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clear_gives_the_original_back_and_says_nothing()
    {
        Draft("draft.docx");
        await laminar.RunAsync("annotate", "draft.docx", "-o", "annotated.docx");

        var ended = await laminar.RunAsync("clear", "annotated.docx", "-o", "cleared.docx");

        Assert.Equal((0, "", ""), (ended.Exit, ended.Output, ended.Errors));
        Assert.Equal(WrittenFiles.Document(laminar.Read("draft.docx")), WrittenFiles.Document(laminar.Read("cleared.docx")));
    }

    [Fact]
    public async Task Apply_writes_answers_in_the_answerers_name()
    {
        Draft("draft.docx");
        Answers("surgeon", ((await IdsAsync("draft.docx")).First(id => id.StartsWith("guidance.", StringComparison.Ordinal)), "fluoroscopic"));

        var ended = await laminar.RunAsync("apply", "draft.docx", "--answers", "answers.json", "-o", "out.docx");

        Assert.Equal((0, "laminar: 1 answer written."), (ended.Exit, ended.Errors.TrimEnd()));
        Assert.Contains("w:author=\"Dr. A. Name\"", WrittenFiles.Document(laminar.Read("out.docx")), StringComparison.Ordinal);
        Assert.DoesNotContain(await IdsAsync("out.docx"), id => id.StartsWith("guidance.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_answer_is_named_and_the_others_are_written()
    {
        Draft("draft.docx");
        var guidance = (await IdsAsync("draft.docx")).First(id => id.StartsWith("guidance.", StringComparison.Ordinal));
        Answers("surgeon", ("no.such\e[31m.finding", "yes"), (guidance, "fluoroscopic"));

        var ended = await laminar.RunAsync("apply", "draft.docx", "--answers", "answers.json", "-o", "out.docx");

        Assert.Equal(1, ended.Exit);
        Assert.Equal(
            ["laminar: no.such [31m.finding: The draft no longer asks this; nothing was written.", "laminar: 1 answer written, 1 refused."],
            ended.Errors.TrimEnd().Split('\n'));
        Assert.DoesNotContain(guidance, await IdsAsync("out.docx"));
    }

    [Fact]
    public async Task A_transcriptionists_answer_is_refused_and_the_dismissal_of_an_optional_question_is_not()
    {
        Draft("draft.docx");
        var ids = await IdsAsync("draft.docx");
        var (guidance, optional) = (ids.First(id => id.StartsWith("guidance.", StringComparison.Ordinal)), ids.First(id => id.StartsWith("general.", StringComparison.Ordinal)));
        Answers("transcriptionist", (guidance, "fluoroscopic"), (optional, "dismissed: asked by telephone"));

        var ended = await laminar.RunAsync("apply", "draft.docx", "--answers", "answers.json", "-o", "out.docx");

        Assert.Equal(1, ended.Exit);
        Assert.StartsWith($"laminar: {guidance}: Only a surgeon can answer this", ended.Errors, StringComparison.Ordinal);
        var left = await IdsAsync("out.docx");
        Assert.Contains(guidance, left);
        Assert.DoesNotContain(optional, left);
    }

    [Fact]
    public async Task Of_two_answers_to_a_finding_the_last_counts()
    {
        Draft("draft.docx");
        var guidance = (await IdsAsync("draft.docx")).First(id => id.StartsWith("guidance.", StringComparison.Ordinal));
        Answers("surgeon", (guidance, ""), (guidance, "fluoroscopic"));

        var ended = await laminar.RunAsync("apply", "draft.docx", "--answers", "answers.json", "-o", "out.docx");

        Assert.Equal((0, "laminar: 1 answer written."), (ended.Exit, ended.Errors.TrimEnd()));
    }

    [Theory]
    [InlineData("not JSON", "not valid JSON (line 1)")]
    [InlineData("{\n\"by\": }", "not valid JSON (line 2)")]
    [InlineData("[]", "list \"answers\"")]
    [InlineData("{ \"by\": \"Dr. A. Name\", \"answers\": {} }", "list \"answers\"")]
    [InlineData("{ \"answers\": [] }", "\"by\"")]
    [InlineData("{ \"by\": \"Laminar\", \"answers\": [] }", "\"by\"")]
    [InlineData("{ \"by\": \"Dr. A. Name\", \"role\": \"nurse\", \"answers\": [] }", "\"role\"")]
    [InlineData("{ \"by\": \"Dr. A. Name\", \"answers\": [ { \"finding\": \"Quillfeather\" } ] }", "Answer 1")]
    [InlineData("{ \"by\": \"\\uDC00\", \"answers\": [] }", "Unicode")]
    public async Task Answers_in_another_form_are_one_sentence_and_nothing_is_written(string answers, string named)
    {
        Draft("draft.docx");
        laminar.Write("answers.json", answers);

        var ended = await laminar.RunAsync("apply", "draft.docx", "--answers", "answers.json", "-o", "out.docx");

        AssertRefused(ended, named);
        Assert.StartsWith("laminar: answers.json: ", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillfeather", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.json", "There is no such file")]
    [InlineData(".", "This is a folder")]
    [InlineData("/dev/zero", "larger than 1 MB")]
    public async Task Answers_that_cannot_be_read_are_one_sentence(string path, string named)
    {
        Assert.SkipUnless(!path.StartsWith('/') || File.Exists(path), "There is no such device here.");
        Draft("draft.docx");

        AssertRefused(await laminar.RunAsync("apply", "draft.docx", "--answers", path, "-o", "out.docx"), named);
    }

    [Fact]
    public async Task Answers_may_begin_with_a_byte_order_mark()
    {
        Draft("draft.docx");
        laminar.Write("answers.json", [0xEF, 0xBB, 0xBF, .. "{ \"by\": \"Dr. A. Name\", \"answers\": [] }"u8]);

        Assert.Equal(0, (await laminar.RunAsync("apply", "draft.docx", "--answers", "answers.json", "-o", "out.docx")).Exit);
    }

    [Fact]
    public async Task Finalize_lists_what_is_open_with_its_place_and_writes_nothing()
    {
        Draft("draft.docx");

        var ended = await laminar.RunAsync("finalize", "draft.docx", "-o", "out.docx");

        var lines = ended.Errors.TrimEnd().Split('\n');
        Assert.Equal(1, ended.Exit);
        Assert.Contains(lines, line => line.StartsWith("laminar: paragraph 3, character ", StringComparison.Ordinal));
        Assert.Equal($"laminar: The report can't be finalized yet; {lines.Length - 1} things to settle. Nothing was written.", lines[^1]);
        Assert.False(File.Exists(laminar.PathOf("out.docx")));
        Assert.All(FictionalDraft.Paragraphs.Where(paragraph => paragraph.Length > 40), paragraph => Assert.DoesNotContain(paragraph[^20..], ended.Errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Finalize_of_a_report_in_which_nothing_is_open_leaves_a_record()
    {
        laminar.Write("draft.txt", Sample("cervical-one-level-complete"));

        var ended = await laminar.RunAsync("finalize", "draft.txt", "-o", "out.docx");

        Assert.Equal((0, "", ""), (ended.Exit, ended.Output, ended.Errors));
        Assert.Contains(WrittenFiles.Parts(laminar.Read("out.docx")), part => part.Value.Contains("checked=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("signed", "bears a digital signature")]
    [InlineData("protected-from-editing", "protected against editing")]
    [InlineData("marked-as-final", "marked as final")]
    public async Task A_document_that_must_not_be_edited_is_one_sentence_and_nothing_is_written(string code, string named)
    {
        laminar.Write("draft.docx", LockedFiles.Of(code));
        laminar.Write("answers.json", "{ \"by\": \"Dr. A. Name\", \"answers\": [] }");

        foreach (var command in new[] { "annotate", "clear", "finalize", "apply" })
        {
            string[] answers = command == "apply" ? ["--answers", "answers.json"] : [];
            AssertRefused(await laminar.RunAsync([command, "draft.docx", "-o", "out.docx", .. answers]), named);
        }
    }

    [Fact]
    public async Task A_draft_comes_through_a_pipe_as_from_a_file()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no shell here.");
        Draft("draft.docx");

        var ended = await laminar.RunInShellAsync("cat draft.docx | $LAMINAR annotate /dev/stdin -o out.docx");

        Assert.Equal(0, ended.Exit);
        Assert.Contains("laminar:guidance:", WrittenFiles.Document(laminar.Read("out.docx")), StringComparison.Ordinal);
    }

    private void AssertRefused(Ended ended, string named)
    {
        Assert.Equal((2, ""), (ended.Exit, ended.Output));
        Assert.Contains(named, ended.Errors, StringComparison.Ordinal);
        Assert.EndsWith(".", ended.Errors.TrimEnd(), StringComparison.Ordinal);
        Assert.Single(ended.Errors.TrimEnd().Split('\n'));
        Assert.False(File.Exists(laminar.PathOf("out.docx")));
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(Command.Templates, "percutaneous-interlaminar-decompression", "drafts", $"{name}.txt"));

    private void Draft(string name) => laminar.Write(name, Path.GetExtension(name) switch
    {
        ".txt" => Encoding.UTF8.GetBytes(FictionalDraft.Text),
        ".xml" => WordFiles.FlatOpc(FictionalDraft.Paragraphs),
        var extension => WordFiles.Zip(FictionalDraft.Paragraphs, extension),
    });

    private void Answers(string role, params (string Finding, string Answer)[] answers) => laminar.Write("answers.json",
        JsonSerializer.Serialize(new { by = "Dr. A. Name", role, answers = answers.Select(one => new { finding = one.Finding, answer = one.Answer }) }));

    private async Task<List<string>> IdsAsync(string file)
    {
        var ended = await laminar.RunAsync("scan", "--format", "json", file);
        return [.. JsonDocument.Parse(ended.Output).RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)];
    }
}
