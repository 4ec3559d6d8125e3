using System.Net;
using System.Text.Json;
using Laminar.Tests;
using Laminar.Web.Tests.Store;

namespace Laminar.Web.Tests;

/// <summary>The contract's "a surgeon answers", held by the server: by what a token says, and not by what a request says of itself.</summary>
public sealed class RoleTests(SignedInServer signedIn) : IClassFixture<SignedInServer>
{
    private static readonly byte[] Word = WordFiles.Zip(FictionalDraft.Paragraphs);
    private static readonly string Note = Path.Combine(Path.GetDirectoryName(WebServer.Dll)!, "templates", StudioClient.Pack, "standard-note.docx");
    private static readonly Account Surgeon = new("Dr. T. Oken", "Surgeon");
    private static readonly Account Typist = new("T. Oken", "Transcriptionist");

    [Fact]
    public async Task What_is_written_bears_the_name_of_the_token_whatever_the_request_says()
    {
        using var surgeon = signedIn.ClientOf(Surgeon);
        using var typist = signedIn.ClientOf(Typist);
        var finding = await GuidanceAsync(surgeon);

        var answered = await surgeon.ApplyAsync(Word, Requests.Answers("Somebody Else", "surgeon", (finding, "fluoroscopic"))).WrittenAsync();
        var flagged = await typist.SendFormAsync(Requests.Flagged, Word, ("flags", Requests.Flags("Somebody Else", finding))).WrittenAsync();
        var edited = await typist.SendFormAsync(Requests.Edited, Word, ("edits", Requests.Edits("Somebody Else", (0, 0, 9, "Operative")))).WrittenAsync();

        Assert.Contains("w:author=\"Dr. T. Oken\"", Markup(answered), StringComparison.Ordinal);
        Assert.Contains("w:author=\"T. Oken\"", Markup(edited), StringComparison.Ordinal);
        Assert.Contains("T. Oken", Markup(flagged), StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody Else", Markup(answered) + Markup(flagged) + Markup(edited), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Requests.Applied, "surgeon")]
    [InlineData(Requests.Applied, "transcriptionist")]
    [InlineData(Requests.Applied, null)]
    [InlineData(Requests.Insertions, "surgeon")]
    [InlineData(Requests.Insertions, "transcriptionist")]
    [InlineData(Requests.Insertions, null)]
    public async Task A_transcriptionist_who_would_put_in_a_clinical_value_is_refused_in_whatever_role_the_request_claims(string address, string? role)
    {
        using var typist = signedIn.ClientOf(Typist);
        var answers = new Dictionary<string, object> { ["by"] = "T. Oken", ["answers"] = new[] { new { finding = await GuidanceAsync(typist), answer = "fluoroscopic" } } };
        if (role is not null)
        {
            answers["role"] = role;
        }

        await (await typist.ApplyAsync(Word, JsonSerializer.Serialize(answers), address: address)).AssertProblemAsync(HttpStatusCode.Forbidden, "role");
    }

    [Fact]
    public async Task A_surgeon_answers_without_saying_so_and_not_as_somebody_else()
    {
        using var surgeon = signedIn.ClientOf(Surgeon);
        var finding = await GuidanceAsync(surgeon);

        var plain = await surgeon.ApplyAsync(Word, JsonSerializer.Serialize(new { by = "Dr. T. Oken", answers = new[] { new { finding, answer = "fluoroscopic" } } }));
        var claimed = await surgeon.ApplyAsync(Word, Requests.Answers("T. Oken", "transcriptionist", (finding, "dismissed: asked by telephone")));

        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        await claimed.AssertProblemAsync(HttpStatusCode.Forbidden, "role");
    }

    [Fact]
    public async Task Who_has_more_roles_may_narrow_a_request_to_one_and_never_widen_it()
    {
        using var both = signedIn.ClientOf(new Account("Dr. B. Oth", "Surgeon", "TemplateAuthor"));
        both.DefaultRequestHeaders.Add("Laminar-Role", "author");
        using var wider = signedIn.ClientOf(Typist);
        wider.DefaultRequestHeaders.Add("Laminar-Role", "surgeon");

        await (await both.ApplyAsync(Word, Requests.Answers("Dr. B. Oth", "surgeon"))).AssertProblemAsync(HttpStatusCode.Forbidden, "role");
        Assert.Equal(HttpStatusCode.OK, (await both.GetAsync(new Uri("/api/studio/packs", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        await (await wider.ApplyAsync(Word, Requests.Answers("T. Oken", "surgeon"))).AssertProblemAsync(HttpStatusCode.Forbidden, "role");
    }

    [Theory]
    [InlineData("Surgeon", "surgeon", false)]
    [InlineData("Transcriptionist", "transcriptionist", false)]
    [InlineData("TemplateAuthor", "author", false)]
    [InlineData("Administrator", "author", false)]
    [InlineData("Surgeon TemplateAuthor", "surgeon author", true)]
    public async Task The_server_says_who_somebody_is_to_it(string roles, string told, bool switchable)
    {
        using var client = signedIn.ClientOf(new Account("Dr. A. Name", roles.Split(' ')));

        var me = await (await client.GetAsync(new Uri("/api/me", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync();

        Assert.Equal("Dr. A. Name", me.Get("name"));
        Assert.Equal(told.Split(' '), me.GetProperty("roles").EnumerateArray().Select(static role => role.GetString()));
        Assert.Equal(switchable, me.GetProperty("switchable").GetBoolean());
    }

    [Fact]
    public async Task How_to_sign_in_is_said_to_everybody()
    {
        var signIn = await (await signedIn.SendAsync(HttpMethod.Get, "/api/sign-in", null)).JsonAsync();

        Assert.Equal(TestDirectory.Client, signIn.Get("clientId"));
        Assert.Equal($"{signedIn.Directory.Address}{TestDirectory.Tenant}", signIn.Get("authority"));
        Assert.Equal($"api://{TestDirectory.Client}/Drafts.Scan", signIn.Get("scope"));
    }

    [Fact]
    public async Task Two_people_of_one_name_are_two_people()
    {
        var one = new Account("Dr. S. Ame", "Surgeon");
        using var first = signedIn.ClientOf(one);
        using var second = signedIn.ClientOf(new Account("Dr. S. Ame", "Surgeon"));
        using var renamed = signedIn.ClientOf(one with { Name = "Dr. O. Ther" });
        var pack = await (await first.GetAsync(new Uri("/api/packs/percutaneous-interlaminar-decompression", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync();
        var element = pack.GetProperty("elements").EnumerateArray().First(static one => one.Get("id") == "guidance");
        using var words = Requests.Content(JsonSerializer.SerializeToUtf8Bytes(new { phrase = $"With care: {element.Get("phrase")}" }), "application/json");

        var kept = await first.PutAsync(new Uri("/api/phrases/percutaneous-interlaminar-decompression/guidance", UriKind.Relative), words, TestContext.Current.CancellationToken);

        Assert.True(kept.StatusCode == HttpStatusCode.OK, await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((1, 0, 1), (await PhrasesAsync(first), await PhrasesAsync(second), await PhrasesAsync(renamed)));
    }

    [Fact]
    public async Task What_an_administrator_and_an_author_do_is_recorded_of_each_under_the_role_and_the_account()
    {
        const string Draft = "/api/studio/packs/percutaneous-interlaminar-decompression/draft";
        var (keeper, author) = (new Account("K. Eeper", "Administrator"), new Account("A. Uthor", "TemplateAuthor"));
        using var first = signedIn.ClientOf(keeper);
        using var second = signedIn.ClientOf(author);

        foreach (var client in new[] { first, second })
        {
            using var nothing = Requests.Content(JsonSerializer.SerializeToUtf8Bytes(new { @base = "1.0.0", changes = Array.Empty<object>() }), "application/json");
            var saved = await client.PutAsync(new Uri(Draft, UriKind.Relative), nothing, TestContext.Current.CancellationToken);
            Assert.True(saved.StatusCode == HttpStatusCode.OK, await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var token = (await saved.JsonAsync()).Get("token");
            Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(new Uri($"{Draft}?token={token}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        }

        var note = await second.SendDraftAsync("/api/studio/packs/percutaneous-interlaminar-decompression/notes", await File.ReadAllBytesAsync(Note, TestContext.Current.CancellationToken), name: "a-note.docx");
        Assert.True(note.StatusCode == HttpStatusCode.Created, await note.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var trail = (await Trail.ExportAsync(first)).Select(static line => JsonDocument.Parse(line).RootElement).TakeLast(3);
        Assert.Equal(
            [("draft-discarded", "administrator", $"K. Eeper ({keeper.Id})"), ("draft-discarded", "author", $"A. Uthor ({author.Id})"), ("note-published", "author", $"A. Uthor ({author.Id})")],
            trail.Select(static entry => (entry.Get("action"), entry.Get("role"), entry.Get("person"))));
    }

    [Theory]
    [InlineData("Dr. Ä. Öß, MD")]
    [InlineData("")]
    [InlineData("Laminar")]
    [InlineData("Dr.\u0007 \"A\" <b>Name</b>")]
    public async Task A_name_that_no_document_could_bear_keeps_nobody_from_answering(string name)
    {
        using var surgeon = signedIn.ClientOf(new Account(name, "Surgeon"));

        var written = await surgeon.ApplyAsync(Word, Requests.Answers("Dr. A. Name", "surgeon", (await GuidanceAsync(surgeon), "fluoroscopic"))).WrittenAsync();

        Assert.DoesNotContain("\u0007", Markup(written), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await surgeon.ScanAsync(written)).StatusCode);
    }

    private static async Task<int> PhrasesAsync(HttpClient client) =>
        (await (await client.GetAsync(new Uri("/api/phrases/percutaneous-interlaminar-decompression", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync()).GetArrayLength();

    private static async Task<string> GuidanceAsync(HttpClient client) =>
        (await client.FindingsAsync(Word)).First(static finding => finding.Get("element") == "guidance").Get("id");

    private static string Markup(byte[] file) => string.Concat(WrittenFiles.Parts(file).Where(static part => part.Key.EndsWith(".xml", StringComparison.Ordinal)).Select(static part => part.Value));
}
