using System.Net;
using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Why a draft is not written into: a status, a code and a sentence each.</summary>
public sealed class DraftProblemTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static readonly byte[] Word = WordFiles.Zip(FictionalDraft.Paragraphs);

    private static readonly string NoAnswer = Requests.Answers("Dr. A. Name", "surgeon");

    public static TheoryData<string> Endpoints => [Requests.Annotated, Requests.Applied, Requests.Insertions, Requests.Edited, Requests.Flagged, Requests.Cleared, Requests.Finalized];

    public static TheoryData<string, string> Locks => new(
        from endpoint in Endpoints from code in LockedFiles.Codes select (endpoint.Data, code));

    private HttpClient Client => server.Client;

    [Theory]
    [MemberData(nameof(Locks))]
    public async Task A_document_that_must_not_be_edited_is_refused(string endpoint, string code) =>
        await (await SendAsync(endpoint, LockedFiles.Of(code))).AssertProblemAsync(HttpStatusCode.UnprocessableEntity, code);

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_damaged_file_is_refused_with_the_readers_own_code(string endpoint) =>
        await (await SendAsync(endpoint, Word[..200])).AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "damaged-zip");

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Bytes_that_are_no_draft_are_refused(string endpoint) =>
        await (await SendAsync(endpoint, [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0])).AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "not-a-word-file");

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_request_without_a_draft_is_refused(string endpoint) =>
        await (await SendAsync(endpoint, [])).AssertProblemAsync(HttpStatusCode.BadRequest, "empty");

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_type_that_is_certainly_no_draft_is_refused(string endpoint) =>
        await (await Client.SendDraftAsync(endpoint, Word, "image/png")).AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "media-type");

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task A_form_that_is_cut_short_is_refused(string endpoint) =>
        await (await Client.SendDraftAsync(endpoint, "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\r\n\r\nabc"u8.ToArray(), "multipart/form-data; boundary=x"))
            .AssertProblemAsync(HttpStatusCode.BadRequest, "bad-form");

    [Theory]
    [InlineData(Requests.Annotated)]
    [InlineData(Requests.Applied)]
    [InlineData(Requests.Insertions)]
    [InlineData(Requests.Flagged)]
    [InlineData(Requests.Finalized)]
    public async Task An_unknown_pack_is_refused(string endpoint) =>
        await (await SendAsync($"{endpoint}?pack=nothing-like-it", Word)).AssertProblemAsync(HttpStatusCode.NotFound, "no-such-pack");

    [Fact]
    public async Task An_unknown_form_of_annotation_is_refused() =>
        await (await SendAsync($"{Requests.Annotated}?as=poems", Word)).AssertProblemAsync(HttpStatusCode.BadRequest, "no-such-form");

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Another_method_is_refused(string endpoint) =>
        await (await Client.GetAsync(new Uri(endpoint, UriKind.Relative), TestContext.Current.CancellationToken)).AssertProblemAsync(HttpStatusCode.MethodNotAllowed, "method");

    [Fact]
    public async Task Limits_of_size_and_time_hold_for_every_endpoint()
    {
        await using var small = await WebServer.StartAsync("--Limits:UploadBytes=10000", "--Limits:AnswerBytes=200");
        await using var hurried = await WebServer.StartAsync("--Limits:ScanTime=00:00:00.0001");
        var large = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(FictionalDraft.Text, 500)));

        foreach (var endpoint in Endpoints)
        {
            await (await SendAsync(endpoint, large, small.Client)).AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
            await (await SendAsync(endpoint, large, hurried.Client)).AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "scan-time");
        }

        var answers = Requests.Answers("Dr. A. Name", "surgeon", ("x", new string('y', 200)));
        await (await small.Client.ApplyAsync(Word, answers)).AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "answers-too-large");
        await (await small.Client.ApplyAsync(Word, answers, answersFirst: true)).AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "answers-too-large");
        await (await small.Client.SendFormAsync(Requests.Scans, Word, ("edits", new string(' ', 201)))).AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "edits-too-large");
        await (await small.Client.SendFormAsync(Requests.Scans, Word, ("record", new string(' ', 201)))).AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "record-too-large");
        await (await small.Client.SendFormAsync(Requests.Flagged, Word, ("flags", new string(' ', 201)))).AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "flags-too-large");
    }

    [Theory]
    [InlineData(Requests.Applied)]
    [InlineData(Requests.Insertions)]
    [InlineData(Requests.Edited)]
    [InlineData(Requests.Flagged)]
    public async Task What_comes_with_a_draft_comes_in_a_form_alone(string endpoint) =>
        await (await Client.SendDraftAsync(endpoint, Word)).AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "media-type");

    [Theory]
    [InlineData(Requests.Applied, "no-answers")]
    [InlineData(Requests.Insertions, "no-answers")]
    [InlineData(Requests.Edited, "no-edits")]
    [InlineData(Requests.Flagged, "no-flags")]
    public async Task A_form_that_lacks_what_the_endpoint_is_for_is_refused(string endpoint, string code) =>
        await (await Client.SendFormAsync(endpoint, Word)).AssertProblemAsync(HttpStatusCode.BadRequest, code);

    [Theory]
    [InlineData("")]
    [InlineData("answers")]
    [InlineData("[]")]
    [InlineData("{\"by\":\"Dr. A. Name\"}")]
    [InlineData("{\"answers\":[]}")]
    [InlineData("{\"by\":\" \",\"answers\":[]}")]
    [InlineData("{\"by\":\"laminar\",\"answers\":[]}")]
    [InlineData("{\"by\":\"Lam\\u0001inar\",\"answers\":[]}")]
    [InlineData("{\"by\":\"Lam\\uFFFEinar\",\"answers\":[]}")]
    [InlineData("{\"by\":\"\\uD800\",\"answers\":[]}")]
    [InlineData("{\"by\":\"Dr. A. Name\",\"role\":\"nurse\",\"answers\":[]}")]
    [InlineData("{\"by\":\"Dr. A. Name\",\"role\":[\"transcriptionist\"],\"answers\":[]}")]
    [InlineData("{\"by\":\"Dr. A. Name\",\"role\":null,\"answers\":[]}")]
    [InlineData("{\"by\":\"Dr. A. Name\",\"answers\":{}}")]
    [InlineData("{\"by\":\"Dr. A. Name\",\"answers\":[7]}")]
    [InlineData("{\"by\":\"Dr. A. Name\",\"answers\":[{\"finding\":\"x\"}]}")]
    [InlineData("{\"by\":\"Dr. A. Name\",\"answers\":[{\"finding\":\"x\",\"fields\":{\"level\":7}}]}")]
    [InlineData("{\"by\":\"Dr. A. Name\",\"answers\":[{\"finding\":\"x\",\"answer\":\"\\uDC00\"}]}")]
    public async Task Answers_in_another_form_are_refused(string json) =>
        await (await Client.ApplyAsync(Word, json)).AssertProblemAsync(HttpStatusCode.BadRequest, "bad-answers");

    [Fact]
    public async Task Where_no_answer_can_be_taken_nothing_is_written_and_each_is_named()
    {
        var response = await Client.ApplyAsync(Word, Requests.Answers("Dr. A. Name", "surgeon", ("no.such.finding", "yes"), ("laterality.conflict.0000000000000000", "left")));

        var problem = await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "refused");
        Assert.Equal(
            [("no.such.finding", "gone"), ("laterality.conflict.0000000000000000", "changed")],
            problem.GetProperty("refused").EnumerateArray().Select(one => (one.Get("finding"), one.Get("code"))));
        Assert.All(problem.GetProperty("refused").EnumerateArray(), one => Assert.EndsWith(".", one.Get("message"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("edits")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"by\":\"T. Typist\"}")]
    [InlineData("{\"by\":\"laminar\",\"edits\":[]}")]
    [InlineData("{\"by\":\"T.\\nTypist\",\"edits\":[]}")]
    [InlineData("{\"edits\":[7]}")]
    [InlineData("{\"edits\":[{\"from\":{\"paragraph\":0,\"offset\":0},\"text\":\"x\"}]}")]
    [InlineData("{\"edits\":[{\"from\":{\"paragraph\":0,\"offset\":0},\"to\":{\"paragraph\":0,\"offset\":0}}]}")]
    [InlineData("{\"edits\":[{\"from\":{\"paragraph\":0.5,\"offset\":0},\"to\":{\"paragraph\":0,\"offset\":0},\"text\":\"x\"}]}")]
    [InlineData("{\"edits\":[{\"from\":{\"paragraph\":\"0\",\"offset\":0},\"to\":{\"paragraph\":0,\"offset\":0},\"text\":\"x\"}]}")]
    [InlineData("{\"edits\":[{\"from\":{\"paragraph\":0,\"offset\":4294967296},\"to\":{\"paragraph\":0,\"offset\":0},\"text\":\"x\"}]}")]
    [InlineData("{\"edits\":[{\"from\":{\"paragraph\":0,\"offset\":0},\"to\":{\"paragraph\":0,\"offset\":0},\"text\":\"\\uDC00\"}]}")]
    public async Task Edits_in_another_form_are_refused_wherever_they_come(string json)
    {
        await (await Client.SendFormAsync(Requests.Edited, Word, ("edits", json))).AssertProblemAsync(HttpStatusCode.BadRequest, "bad-edits");
        await (await Client.SendFormAsync(Requests.Scans, Word, ("edits", json))).AssertProblemAsync(HttpStatusCode.BadRequest, "bad-edits");
    }

    [Theory]
    [InlineData(0, 0, 10_000)]
    [InlineData(-1, 0, 0)]
    [InlineData(10_000, 0, 0)]
    [InlineData(0, 5, 4)]
    public async Task Edits_that_do_not_fit_the_draft_are_refused(int paragraph, int from, int to)
    {
        var edits = Requests.Edits("T. Typist", (paragraph, from, to, "x"));

        await (await Client.SendFormAsync(Requests.Edited, Word, ("edits", edits))).AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "edit-misplaced");
        await (await Client.SendFormAsync(Requests.Scans, Word, ("edits", edits))).AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "edit-misplaced");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"by\":\"T. Typist\"}")]
    [InlineData("{\"findings\":[]}")]
    [InlineData("{\"by\":\"Laminar\",\"findings\":[]}")]
    [InlineData("{\"by\":\"T. Typist\",\"findings\":[7]}")]
    [InlineData("{\"by\":\"T. Typist\",\"findings\":\"x\"}")]
    public async Task Flags_in_another_form_are_refused(string json) =>
        await (await Client.SendFormAsync(Requests.Flagged, Word, ("flags", json))).AssertProblemAsync(HttpStatusCode.BadRequest, "bad-flags");

    [Fact]
    public async Task What_the_draft_does_not_ask_is_not_flagged() =>
        await (await Client.SendFormAsync(Requests.Flagged, Word, ("flags", Requests.Flags("T. Typist", "no.such.finding")))).AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "gone");

    [Theory]
    [InlineData(Requests.Applied)]
    [InlineData(Requests.Insertions)]
    public async Task Where_the_role_stands_against_every_answer_it_is_forbidden(string endpoint)
    {
        var guidance = (await Client.FindingsAsync(Word)).First(finding => finding.Get("element") == "guidance").Get("id");

        var response = await Client.ApplyAsync(Word, Requests.Answers("T. Typist", "transcriptionist", (guidance, "fluoroscopic")), address: endpoint);

        var problem = await response.AssertProblemAsync(HttpStatusCode.Forbidden, "role");
        Assert.Equal((guidance, "role"), (problem.GetProperty("refused")[0].Get("finding"), problem.GetProperty("refused")[0].Get("code")));
    }

    [Fact]
    public async Task A_report_in_which_something_is_open_is_not_finalized_and_each_thing_is_listed_with_its_place()
    {
        var annotated = await Client.SendDraftAsync(Requests.Annotated, Word).WrittenAsync();

        var problem = await (await Client.SendDraftAsync(Requests.Finalized, annotated)).AssertProblemAsync(HttpStatusCode.Conflict, "not-final");

        var open = problem.GetProperty("open").EnumerateArray().ToList();
        Assert.Contains(open, item => item.Get("kind") == "finding" && item.Get("finding").StartsWith("guidance.", StringComparison.Ordinal) && item.GetProperty("paragraph").GetInt32() == 5);
        Assert.Contains(open, item => item.Get("kind") == "unfilled-field");
        Assert.All(open, item => Assert.Equal(["kind", "finding", "message", "paragraph", "offset"], item.EnumerateObject().Select(property => property.Name)));
        Assert.Contains($"{open.Count} things", problem.Get("detail"), StringComparison.Ordinal);
    }

    /// <summary>In the form that the endpoint takes.</summary>
    private Task<HttpResponseMessage> SendAsync(string endpoint, byte[] draft, HttpClient? client = null) => endpoint.Split('?')[0] switch
    {
        Requests.Applied or Requests.Insertions => (client ?? Client).ApplyAsync(draft, NoAnswer, address: endpoint),
        Requests.Edited => (client ?? Client).SendFormAsync(endpoint, draft, ("edits", Requests.Edits("T. Typist"))),
        Requests.Flagged => (client ?? Client).SendFormAsync(endpoint, draft, ("flags", Requests.Flags("T. Typist", "no.such.finding"))),
        _ => (client ?? Client).SendDraftAsync(endpoint, draft),
    };
}
