using System.Net;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Answers for a host that writes them itself, and questions that are put to the surgeon.</summary>
public sealed class InsertionTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static readonly byte[] Word = WordFiles.Zip(FictionalDraft.Paragraphs);

    private HttpClient Client => server.Client;

    [Fact]
    public async Task An_insertion_put_in_by_hand_makes_the_draft_that_the_writer_would_make()
    {
        var answers = Requests.Answers("Dr. A. Name", "surgeon", (await IdAsync(Word, "guidance"), "fluoroscopic"));

        var answer = await (await Client.ApplyAsync(Word, answers, address: Requests.Insertions)).JsonAsync();
        var applied = await Client.ApplyAsync(Word, answers).WrittenAsync();

        var insertion = Assert.Single(answer.GetProperty("insertions").EnumerateArray());
        Assert.Equal(["finding", "paragraph", "offset", "ownParagraph", "lead", "text", "trail"], insertion.EnumerateObject().Select(property => property.Name));
        Assert.Empty(answer.GetProperty("refused").EnumerateArray());
        Assert.Equal(await TextsAsync(applied), Put(await TextsAsync(Word), insertion));
    }

    [Fact]
    public async Task A_record_that_comes_beside_the_draft_closes_its_question_until_it_is_asked_again()
    {
        var optional = await IdAsync(Word, "general.surgeon");
        var dismissed = await (await Client.ApplyAsync(Word, Requests.Answers("Dr. A. Name", "surgeon", (optional, "dismissed: asked by telephone")), address: Requests.Insertions)).JsonAsync();
        var record = dismissed.Get("record");

        var closed = await (await Client.SendFormAsync(Requests.Scans, Word, ("record", record))).JsonAsync();
        var again = await (await Client.SendFormAsync(Requests.Insertions, Word, ("record", record), ("answers", Requests.Answers("T. Typist", "transcriptionist", (optional, "ask again"))))).JsonAsync();

        Assert.Empty(dismissed.GetProperty("insertions").EnumerateArray());
        Assert.DoesNotContain(optional, Ids(closed));
        Assert.Contains(optional, closed.GetProperty("answered").EnumerateArray().Select(one => one.Get("id")));
        Assert.DoesNotContain(optional, again.Get("record"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_named_beside_what_is_not()
    {
        var answers = Requests.Answers("Dr. A. Name", "surgeon", ("no.such.finding", "yes"), (await IdAsync(Word, "guidance"), "fluoroscopic"));

        var answer = await (await Client.ApplyAsync(Word, answers, address: Requests.Insertions)).JsonAsync();

        Assert.Equal("gone", Assert.Single(answer.GetProperty("refused").EnumerateArray()).Get("code"));
        Assert.Single(answer.GetProperty("insertions").EnumerateArray());
    }

    [Fact]
    public async Task Where_nothing_can_be_taken_it_is_a_problem_as_it_is_for_a_file() =>
        await (await Client.ApplyAsync(Word, Requests.Answers("Dr. A. Name", "surgeon", ("no.such.finding", "yes")), address: Requests.Insertions))
            .AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "refused");

    [Fact]
    public async Task No_answers_at_all_write_nothing()
    {
        var answer = await (await Client.ApplyAsync(Word, Requests.Answers("Dr. A. Name", "surgeon"), address: Requests.Insertions)).JsonAsync();

        Assert.Empty(answer.GetProperty("insertions").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("record").ValueKind);
    }

    [Fact]
    public async Task A_flag_is_a_comment_that_says_who_asks_and_is_put_once()
    {
        var flags = Requests.Flags("T. Typist", await IdAsync(Word, "guidance"), "no.such.finding");

        var once = await Client.SendFormAsync(Requests.Flagged, Word, ("flags", flags)).WrittenAsync();
        var twice = await Client.SendFormAsync(Requests.Flagged, once, ("flags", flags)).WrittenAsync();

        var comments = WrittenFiles.Parts(once)["word/comments.xml"];
        Assert.Contains("T. Typist", comments, StringComparison.Ordinal);
        Assert.Equal(2, comments.Split("<w:comment ").Length);
        Assert.Equal(once, twice);
        Assert.Equal(await TextsAsync(Word), await TextsAsync(once));
    }

    private static List<string> Put(List<string> texts, JsonElement insertion)
    {
        var (paragraph, words) = (insertion.GetProperty("paragraph").GetInt32(), insertion.Get("lead") + insertion.Get("text") + insertion.Get("trail"));
        if (insertion.GetProperty("ownParagraph").GetBoolean())
        {
            texts.Insert(paragraph + 1, words);
        }
        else
        {
            texts[paragraph] = texts[paragraph].Insert(insertion.GetProperty("offset").GetInt32(), words);
        }

        return texts;
    }

    private static IEnumerable<string> Ids(JsonElement scan) => scan.GetProperty("findings").EnumerateArray().Select(finding => finding.Get("id"));

    private async Task<List<string>> TextsAsync(byte[] draft) =>
        [.. (await (await Client.ScanAsync(draft, query: "?include=paragraphs")).JsonAsync()).GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.Get("text"))];

    private async Task<string> IdAsync(byte[] draft, string element) => (await Client.FindingsAsync(draft)).First(finding => finding.Get("element") == element).Get("id");
}
