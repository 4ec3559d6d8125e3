using System.Net;
using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests;

public sealed class ProblemTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(FictionalDraft.Text);

    [Fact]
    public async Task An_empty_body_is_refused() =>
        await AssertProblemAsync(await server.Client.ScanAsync([]), HttpStatusCode.BadRequest, "empty");

    [Theory]
    [InlineData("application/json")]
    [InlineData("image/png")]
    [InlineData("application/pdf")]
    public async Task A_type_that_is_certainly_no_draft_is_refused(string type) =>
        await AssertProblemAsync(await server.Client.ScanAsync(Text, type), HttpStatusCode.UnsupportedMediaType, "media-type");

    [Theory]
    [InlineData("text/plain; charset=shift_jis")]
    [InlineData("Text/PLAIN; charset=Shift_JIS")]
    public async Task Text_in_another_charset_is_refused(string type) =>
        await AssertProblemAsync(await server.Client.ScanAsync(Text, type), HttpStatusCode.UnsupportedMediaType, "charset");

    [Fact]
    public async Task An_unknown_pack_is_refused() =>
        await AssertProblemAsync(await server.Client.ScanAsync(Text, query: "?pack=nothing-like-it"), HttpStatusCode.NotFound, "no-such-pack");

    [Fact]
    public async Task A_damaged_Word_file_is_refused_with_the_readers_own_code()
    {
        var half = WordFiles.Zip(FictionalDraft.Paragraphs)[..200];

        await AssertProblemAsync(await server.Client.ScanAsync(half), HttpStatusCode.UnprocessableEntity, "damaged-zip");
    }

    [Theory]
    [InlineData("WordDocument", HttpStatusCode.UnsupportedMediaType, "old-binary-doc")]
    [InlineData("EncryptedPackage", HttpStatusCode.UnprocessableEntity, "password-protected")]
    [InlineData("Workbook", HttpStatusCode.UnsupportedMediaType, "not-a-word-file")]
    public async Task An_old_binary_file_is_refused_for_what_it_holds(string stream, HttpStatusCode status, string code)
    {
        var compound = new byte[1536];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(compound, 0);
        Encoding.Unicode.GetBytes(stream, compound.AsSpan(640));

        await AssertProblemAsync(await server.Client.ScanAsync(compound, "application/msword"), status, code);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=missing")]
    public async Task A_form_without_its_boundary_is_refused(string type) =>
        await AssertProblemAsync(await server.Client.ScanAsync(Text, type), HttpStatusCode.BadRequest, "bad-form");

    [Fact]
    public async Task An_address_that_does_not_exist_answers_a_problem_too() =>
        await AssertProblemAsync(
            await server.Client.GetAsync(new Uri("/api/nothing", UriKind.Relative), TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task A_method_that_is_not_taken_answers_a_problem_too() =>
        await AssertProblemAsync(
            await server.Client.GetAsync(new Uri(Requests.Scans, UriKind.Relative), TestContext.Current.CancellationToken), HttpStatusCode.MethodNotAllowed, "method");

    [Fact]
    public async Task A_larger_upload_than_the_limit_is_refused_whether_or_not_its_length_is_told()
    {
        await using var small = await WebServer.StartAsync("--Limits:UploadBytes=1000");
        var bytes = Encoding.UTF8.GetBytes(new string('x', 3000));

        await AssertProblemAsync(await small.Client.ScanAsync(bytes), HttpStatusCode.RequestEntityTooLarge, "too-large");

        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Scans) { Content = Requests.Content(bytes) };
        request.Headers.TransferEncodingChunked = true;
        await AssertProblemAsync(await small.Client.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task A_scan_that_takes_longer_than_allowed_ends_with_an_answer()
    {
        await using var hurried = await WebServer.StartAsync("--Limits:ScanTime=00:00:00.0001");
        var longDraft = Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(FictionalDraft.Text, 3_000)));

        await AssertProblemAsync(await hurried.Client.ScanAsync(longDraft), HttpStatusCode.ServiceUnavailable, "scan-time");
    }

    private static Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code) => response.AssertProblemAsync(status, code);
}
