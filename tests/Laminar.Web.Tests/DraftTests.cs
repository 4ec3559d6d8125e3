using System.Text;
using System.Text.Json;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Drafts that are written into, over HTTP.</summary>
public sealed class DraftTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static readonly byte[] Word = WordFiles.Zip(FictionalDraft.Paragraphs);

    private static byte[] Complete { get; } = WordFiles.Zip(Samples.Lines("cervical-one-level-complete"));

    private HttpClient Client => server.Client;

    [Theory]
    [InlineData("docx")]
    [InlineData("xml")]
    [InlineData("txt")]
    public async Task An_annotated_draft_opens_again_with_the_same_findings(string kind)
    {
        var draft = Draft(kind);

        var annotated = await Client.SendDraftAsync(Requests.Annotated, draft).WrittenAsync();

        Assert.Contains("laminar:guidance:", WrittenFiles.Document(annotated), StringComparison.Ordinal);
        Assert.Equal(await IdsAsync(draft), await IdsAsync(annotated));
    }

    [Theory]
    [InlineData("docx", "")]
    [InlineData("docx", "?as=suggestions")]
    [InlineData("docx", "?as=questions")]
    [InlineData("xml", "?as=questions")]
    [InlineData("txt", "")]
    public async Task Annotated_twice_is_annotated_once(string kind, string query)
    {
        var once = await Client.SendDraftAsync(Requests.Annotated + query, Draft(kind)).WrittenAsync();

        var twice = await Client.SendDraftAsync(Requests.Annotated + query, once).WrittenAsync();

        Assert.Equal(once, twice);
    }

    [Fact]
    public async Task Questions_are_comments_and_put_no_text_into_the_draft()
    {
        var annotated = await Client.SendDraftAsync($"{Requests.Annotated}?as=questions", Word).WrittenAsync();

        Assert.Contains("<w:comment ", WrittenFiles.Parts(annotated)["word/comments.xml"], StringComparison.Ordinal);
        Assert.DoesNotContain("<w:ins ", WrittenFiles.Document(annotated), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?as=questions")]
    public async Task Cleared_gives_the_original_parts_back(string query)
    {
        var annotated = await Client.SendDraftAsync(Requests.Annotated + query, Word).WrittenAsync();

        var cleared = await Client.SendDraftAsync(Requests.Cleared, annotated).WrittenAsync();

        var (original, after) = (WrittenFiles.Parts(Word), WrittenFiles.Parts(cleared));
        Assert.NotEqual(original["[Content_Types].xml"], WrittenFiles.Parts(annotated)["[Content_Types].xml"]);
        Assert.All(original, part => Assert.Equal(part.Value, after[part.Key]));
        // A list of relationships may stay behind, if it is empty.
        Assert.All(after.Where(part => !original.ContainsKey(part.Key)), part => Assert.DoesNotContain("<Relationship ", part.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task An_answer_is_written_in_the_answerers_name_whatever_the_order_of_the_form(bool answersFirst, bool asFile)
    {
        var annotated = await Client.SendDraftAsync(Requests.Annotated, Word).WrittenAsync();
        var guidance = await IdAsync(annotated, "guidance");

        var applied = await Client.ApplyAsync(annotated, Requests.Answers("Dr. A. Name", "surgeon", (guidance, "fluoroscopic")), answersFirst: answersFirst, asFile: asFile);

        var written = await Task.FromResult(applied).WrittenAsync();
        Assert.False(applied.Headers.Contains("Laminar-Refused"));
        Assert.Contains("w:author=\"Dr. A. Name\"", WrittenFiles.Document(written), StringComparison.Ordinal);
        Assert.DoesNotContain(guidance, await IdsAsync(written));
    }

    [Fact]
    public async Task An_answer_needs_no_annotated_draft_and_may_come_with_pasted_text()
    {
        var text = Encoding.UTF8.GetBytes(FictionalDraft.Text);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Requests.Answers("Dr. A. Name", "surgeon", (await IdAsync(text, "guidance"), "fluoroscopic"))), "answers" },
            { new StringContent(FictionalDraft.Text), "text" },
        };

        var response = await Client.PostAsync(new Uri(Requests.Applied, UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal("pasted.docx", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("w:author=\"Dr. A. Name\"", WrittenFiles.Document(await Task.FromResult(response).WrittenAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_answer_is_named_beside_the_file_with_the_others()
    {
        var guidance = await IdAsync(Word, "guidance");
        var answers = Requests.Answers("Dr. A. Name", "surgeon", ("“nothing\r\nlike it”", "yes"), (guidance, "fluoroscopic"));

        var response = await Client.ApplyAsync(Word, answers);

        var header = response.Headers.GetValues("Laminar-Refused").Single();
        var refused = Assert.Single(JsonDocument.Parse(header).RootElement.EnumerateArray());
        Assert.All(header, letter => Assert.InRange(letter, ' ', '~'));
        Assert.Equal(("“nothing\r\nlike it”", "gone"), (refused.Get("finding"), refused.Get("code")));
        Assert.EndsWith(".", refused.Get("message"), StringComparison.Ordinal);
        Assert.Equal("1", response.Headers.GetValues("Laminar-Refused-Count").Single());
        Assert.DoesNotContain(guidance, await IdsAsync(await Task.FromResult(response).WrittenAsync()));
    }

    [Fact]
    public async Task More_refused_answers_than_a_header_holds_are_cut_at_an_answer_and_counted()
    {
        var refused = Enumerable.Range(0, 500).Select(number => ($"no.such.{new string('é', number)}", "yes"));
        (string, string) taken = (await IdAsync(Word, "guidance"), "fluoroscopic");

        var response = await Client.ApplyAsync(Word, Requests.Answers("Dr. A. Name", "surgeon", [.. refused, taken]));

        var header = response.Headers.GetValues("Laminar-Refused").Single();
        Assert.InRange(header.Length, 1000, 4000);
        Assert.InRange(JsonDocument.Parse(header).RootElement.GetArrayLength(), 2, 499);
        Assert.Equal("500", response.Headers.GetValues("Laminar-Refused-Count").Single());
    }

    [Fact]
    public async Task A_transcriptionist_dismisses_what_is_optional_and_states_nothing()
    {
        var optional = await IdAsync(Word, "general.surgeon");
        var side = await IdAsync(Word, "laterality");

        var response = await Client.ApplyAsync(Word, Requests.Answers("T. Typist", "transcriptionist", (side, "left"), (optional, "dismissed: asked by telephone")));

        Assert.Equal("role", JsonDocument.Parse(response.Headers.GetValues("Laminar-Refused").Single()).RootElement[0].Get("code"));
        var ids = await IdsAsync(await Task.FromResult(response).WrittenAsync());
        Assert.DoesNotContain(optional, ids);
        Assert.Contains(side, ids);
    }

    [Fact]
    public async Task No_answers_at_all_leave_the_draft_as_it_is() =>
        Assert.Equal(Word, await Client.ApplyAsync(Word, Requests.Answers("Dr. A. Name", "surgeon")).WrittenAsync());

    [Theory]
    [InlineData("docx")]
    [InlineData("xml")]
    [InlineData("txt")]
    public async Task A_report_in_which_nothing_is_open_is_finalized_with_a_record_of_the_check(string kind)
    {
        var lines = Samples.Lines("cervical-one-level-complete");
        var draft = kind switch { "docx" => Complete, "xml" => WordFiles.FlatOpc(lines), _ => Encoding.UTF8.GetBytes(string.Join('\n', lines)) };

        var parts = WrittenFiles.Parts(await Client.SendDraftAsync(Requests.Finalized, draft).WrittenAsync());

        var record = Assert.Single(parts, part => part.Key.StartsWith("customXml/laminar", StringComparison.Ordinal) && part.Key.EndsWith(".xml", StringComparison.Ordinal)).Value;
        Assert.Contains("percutaneous-interlaminar-decompression", record, StringComparison.Ordinal);
        Assert.Contains("checked=", record, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a draft.docm", ".docm", "application/vnd.ms-word.document.macroEnabled.12", "a draft.docm")]
    [InlineData("today.v2", ".dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.template", "today.v2.dotx")]
    [InlineData("TODAY.DOCX", ".dotm", "application/vnd.ms-word.template.macroEnabled.12", "TODAY.dotm")]
    [InlineData("a\u202Eb\rSet-Cookie: c=1\n\"<d>\".docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "abSet-Cookie_ c=1__d__.docx")]
    [InlineData("Entwürfe 手术.docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Entwürfe 手术.docx")]
    [InlineData(" . .docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "draft.docx")]
    public async Task The_file_keeps_its_name_and_has_the_ending_and_type_of_its_kind(string name, string extension, string type, string download)
    {
        // As text of the header itself: the client's own class would not send such names.
        using var content = new ByteArrayContent(WordFiles.Zip(FictionalDraft.Paragraphs, extension));
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name)}");

        var response = await Client.PostAsync(new Uri(Requests.Annotated, UriKind.Relative), content, TestContext.Current.CancellationToken);

        var told = response.Content.Headers.ContentDisposition!;
        await Task.FromResult(response).WrittenAsync();
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(("attachment", download), (told.DispositionType, told.FileNameStar));
        Assert.All(told.FileName!, letter => Assert.InRange(letter, ' ', '~'));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Many_clients_at_once_get_each_their_own_draft()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(async number =>
        {
            var mine = $"Line number {number} of its own.";
            var written = await Client.SendDraftAsync(Requests.Annotated, WordFiles.Zip([.. FictionalDraft.Paragraphs, mine])).WrittenAsync();
            Assert.Equal(FictionalDraft.Paragraphs.Count + 1, (await (await Client.ScanAsync(written)).JsonAsync()).GetProperty("document").GetProperty("paragraphs").GetInt32());
        }));
    }

    private static byte[] Draft(string kind) => kind switch
    {
        "docx" => Word,
        "xml" => WordFiles.FlatOpc(FictionalDraft.Paragraphs),
        _ => Encoding.UTF8.GetBytes(FictionalDraft.Text),
    };

    private async Task<IEnumerable<string>> IdsAsync(byte[] draft) => (await Client.FindingsAsync(draft)).Select(finding => finding.Get("id")).Order(StringComparer.Ordinal);

    private async Task<string> IdAsync(byte[] draft, string element) => (await Client.FindingsAsync(draft)).First(finding => finding.Get("element") == element).Get("id");
}
