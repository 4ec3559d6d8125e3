using System.Net;
using Microsoft.Data.Sqlite;

namespace Laminar.Web.Tests.Store;

public sealed class QuestionTests(Postgres postgres) : StoreTests(postgres)
{
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Questions_are_counted_once_for_a_draft_by_the_packs_own_words_alone(Kind kind)
    {
        var ada = await StartAsync(kind);
        var draft = StudioClient.Draft;
        var findings = await ada.Server.Client.FindingsAsync(draft);
        await ada.ScanAsync();
        var guidance = findings.Single(finding => finding.Get("element") == "guidance").Get("id");
        var other = findings.First(finding => finding.Get("element") != "guidance" && finding.Get("severity") == "recommended").Get("id");

        await ada.Server.Client.ApplyAsync(draft, Requests.Answers("Dr. A", "surgeon", (guidance, "fluoroscopic"), (other, "dismissed: Quillfeather said so")));
        await ada.Server.Client.ApplyAsync(draft, Requests.Answers("Dr. A", "surgeon", (guidance, "Quillfeather's own imaging")));

        var version = Assert.Single((await ada.GetAsync($"packs/{StudioClient.Pack}/statistics")).EnumerateArray());
        Assert.Equal("1.0.0", version.Get("version"));
        var questions = version.GetProperty("questions").EnumerateArray().ToList();
        Assert.Equal(("1", "other 1"), (questions[0].Get("dismissed"), Single(questions[0].GetProperty("reasons"), "reason")));
        var asked = questions.Single(question => question.Get("element") == "guidance");
        Assert.Equal(("1", "2", "0"), (asked.Get("raised"), asked.Get("answered"), asked.Get("dismissed")));
        Assert.Equal(["fluoroscopic", "other"], asked.GetProperty("options").EnumerateArray().Select(option => option.Get("option")).Order());
        Assert.DoesNotContain("Quillfeather", version.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_the_counts_finds_those_too_that_are_just_being_written()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await ada.PackAsync();
        await using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using (var writing = other.BeginTransaction(deferred: false))
        {
            await ada.ScanAsync();
            // By now the server is about to write the counts, and waits for its turn.
            await Task.Delay(1500, TestContext.Current.CancellationToken);
            var statistics = ada.GetAsync($"packs/{StudioClient.Pack}/statistics");
            await Task.Delay(300, TestContext.Current.CancellationToken);
            await writing.RollbackAsync(TestContext.Current.CancellationToken);

            var version = Assert.Single((await statistics).EnumerateArray());
            Assert.Equal("1", version.GetProperty("questions").EnumerateArray().Single(question => question.Get("element") == "guidance").Get("raised"));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_bad_question_is_reported_with_a_reason_and_a_sentence_only_on_purpose(Kind kind)
    {
        var ada = await StartAsync(kind);
        Task<HttpResponseMessage> Report(string element, string reason, string? sentence = null) => ada.SendAsync(
            HttpMethod.Post, "/api/reports", new { pack = StudioClient.Pack, version = "1.0.0", element, kind = "missing", reason, sentence });

        Assert.Equal(HttpStatusCode.Created, (await Report("guidance", "unclear")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Report("adjunct", "other", "A sentence.")).StatusCode);
        await StudioClient.RefusedAsync(Report("guidance", "I just don't like it"), HttpStatusCode.UnprocessableEntity, "reason");
        await StudioClient.RefusedAsync(Report("the patient's name", "other"), HttpStatusCode.UnprocessableEntity, "no-such-question");

        var reports = (await ada.GetAsync($"packs/{StudioClient.Pack}/reports")).EnumerateArray().ToList();
        Assert.Equal(["adjunct other A sentence.", "guidance unclear "], reports.Select(report => $"{report.Get("element")} {report.Get("reason")} {report.Get("sentence")}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_persons_own_wording_is_suggested_to_that_person_alone_and_keeps_the_packs_rules(Kind kind)
    {
        const string Own = "The instruments were advanced under {guidance} guidance throughout.";
        var ada = await StartAsync(kind, "Ada");
        var ben = await StartAsync(kind, "Ben");
        Task<HttpResponseMessage> Save(string phrase, string element = "guidance") => ada.SendAsync(HttpMethod.Put, $"/api/phrases/{StudioClient.Pack}/{element}", new { phrase });

        await StudioClient.Ok(await Save(Own));
        foreach (var wrong in new[] { "Imaging was used.", "Under {guidance} and {more} guidance.", "Fluoroscopy was used beside {guidance} guidance.", "Under {guidance} guidance to support billing.", "Under {guidance} guidance" })
        {
            await StudioClient.RefusedAsync(Save(wrong), HttpStatusCode.UnprocessableEntity, "phrase");
        }

        await StudioClient.RefusedAsync(Save(Own, "nothing"), HttpStatusCode.UnprocessableEntity, "phrase");
        Assert.Equal(Own, (await ada.ScanAsync()).Phrase);
        Assert.Equal(StudioClient.Phrase, (await ben.ScanAsync()).Phrase);
        Assert.Equal(Own, Assert.Single((await ada.GetAsync($"/api/phrases/{StudioClient.Pack}")).EnumerateArray()).Get("phrase"));

        Assert.Equal(HttpStatusCode.NoContent, (await ada.SendAsync(HttpMethod.Delete, $"/api/phrases/{StudioClient.Pack}/guidance")).StatusCode);
        Assert.Equal(StudioClient.Phrase, (await ada.ScanAsync()).Phrase);
    }

    [Fact]
    public async Task A_note_that_is_looked_at_raises_no_question()
    {
        var ada = await StartAsync(Kind.Sqlite);

        var note = await StudioClient.Ok(await ada.Server.Client.ScanAsync(StudioClient.Draft, "text/plain", "?note=true"));
        Assert.NotEmpty(note.GetProperty("findings").EnumerateArray());
        Assert.Empty((await ada.GetAsync($"packs/{StudioClient.Pack}/statistics")).EnumerateArray());

        await ada.ScanAsync();
        Assert.Single((await ada.GetAsync($"packs/{StudioClient.Pack}/statistics")).EnumerateArray());
    }

    private static string Single(System.Text.Json.JsonElement list, string name)
    {
        var one = Assert.Single(list.EnumerateArray());
        return $"{one.Get(name)} {one.Get("count")}";
    }
}
