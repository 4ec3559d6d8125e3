using System.IO.Compression;
using System.Net;
using System.Text;

namespace Laminar.Web.Tests.Store;

public sealed class PackFilesTests(Postgres postgres) : StoreTests(postgres)
{
    private static string Templates { get; } = Path.Combine(Path.GetDirectoryName(WebServer.Dll)!, "templates");

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_pack_goes_out_and_comes_in_byte_for_byte(Kind kind)
    {
        var ada = await StartAsync(kind);
        var zip = await BytesAsync(ada, "1.0.0");

        var files = Unzip(zip);
        Assert.Equal(Files(Templates, "shared").Concat(Files(Templates, StudioClient.Pack)).Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(System.IO.File.ReadAllBytes(Path.Combine(Templates, file.Key)), file.Value));

        files[$"{StudioClient.Pack}/note.dotx"] = [0, 1, 2, 255];
        files[$"{StudioClient.Pack}/odd.txt"] = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("a\r\nb")];
        var pack = await StudioClient.Ok(await ImportAsync(ada, Zip(files)));
        Assert.Equal("Ada", pack.GetProperty("draft").Get("author"));
        Assert.Equal(files, Unzip(await BytesAsync(ada, "draft")));
        await StudioClient.Ok(await ada.PublishAsync(pack.GetProperty("draft").Get("token"), "1.0.1"));
        Assert.Equal(files.Keys, Unzip(await BytesAsync(ada, "1.0.1")).Keys);
    }

    [Fact]
    public async Task A_zip_that_is_no_pack_is_refused_in_one_sentence()
    {
        var ada = await StartAsync(Kind.Sqlite);
        await StudioClient.RefusedAsync(ImportAsync(ada, [1, 2, 3]), HttpStatusCode.UnprocessableEntity, "not-a-pack");
        await StudioClient.RefusedAsync(ImportAsync(ada, Zip(new() { ["../evil.yaml"] = [1] })), HttpStatusCode.UnprocessableEntity, "not-a-pack");
        await StudioClient.RefusedAsync(ImportAsync(ada, Zip(new() { ["a/pack.yaml"] = [1], ["b/pack.yaml"] = [1] })), HttpStatusCode.UnprocessableEntity, "not-a-pack");
        await StudioClient.RefusedAsync(ImportAsync(ada, Zip(new() { ["a/elements.yaml"] = [1] })), HttpStatusCode.UnprocessableEntity, "not-a-pack");
    }

    [Fact]
    public async Task A_pack_that_nobody_knows_is_a_draft_until_it_is_published()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var renamed = Unzip(await BytesAsync(ada, "1.0.0")).ToDictionary(
            file => file.Key.Replace(StudioClient.Pack, "another", StringComparison.Ordinal),
            file => file.Key.EndsWith("pack.yaml", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Value).Replace($"id: {StudioClient.Pack}", "id: another", StringComparison.Ordinal)) : file.Value);

        var pack = await StudioClient.Ok(await ImportAsync(ada, Zip(new(renamed))));
        Assert.Equal(("another", ""), (pack.Get("id"), pack.Get("inUse")));
        var published = await StudioClient.Ok(await ada.SendAsync(HttpMethod.Post, "packs/another/publish", new { token = pack.GetProperty("draft").Get("token"), reason = "New." }));

        Assert.Equal("1.0.0", published.Get("version"));
        // Of the same order the first by id goes before: an author who wants it otherwise gives it another number.
        Assert.Equal(["another", StudioClient.Pack], (await ada.GetAsync("/api/packs")).EnumerateArray().Select(known => known.Get("id")).Take(2));
    }

    [Fact]
    public async Task A_preview_says_what_a_change_does_to_samples_and_to_drafts_that_are_dropped_in()
    {
        var ada = await StartAsync(Kind.Sqlite);
        var text = (await ada.TextAsync(StudioClient.Guidance)).Replace("severity: required", "severity: recommended", StringComparison.Ordinal);
        var changes = System.Text.Json.JsonSerializer.Serialize(new[] { new { path = StudioClient.Guidance, text } });
        using var form = new MultipartFormDataContent { { new StringContent(changes), "changes" }, { Requests.Content(StudioClient.Draft), "file", "mine.txt" }, { Requests.Content([1, 2, 3, 0]), "file", "broken.docx" } };

        var effects = await StudioClient.Ok(await ada.Server.Client.PostAsync(new Uri($"/api/studio/packs/{StudioClient.Pack}/preview", UriKind.Relative), form, TestContext.Current.CancellationToken));

        var mine = effects.EnumerateArray().Single(effect => effect.Get("name") == "mine.txt");
        var changed = Assert.Single(mine.GetProperty("changed").EnumerateArray());
        Assert.Equal(("required", "recommended"), (changed.GetProperty("before").Get("severity"), changed.GetProperty("after").Get("severity")));
        Assert.Empty(mine.GetProperty("gained").EnumerateArray());
        Assert.EndsWith(".", effects.EnumerateArray().Single(effect => effect.Get("name") == "broken.docx").Get("problem"), StringComparison.Ordinal);
        Assert.Contains(effects.EnumerateArray(), effect => effect.GetProperty("sample").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await ada.PackAsync()).GetProperty("draft").ValueKind);
    }

    private static async Task<byte[]> BytesAsync(StudioClient client, string version) =>
        await client.SendAsync(HttpMethod.Get, $"packs/{StudioClient.Pack}/versions/{version}/export").WrittenAsync();

    private static Task<HttpResponseMessage> ImportAsync(StudioClient client, byte[] zip) =>
        client.Server.Client.PostAsync(new Uri("/api/studio/packs/import", UriKind.Relative), Requests.Content(zip, "application/zip"), TestContext.Current.CancellationToken);

    private static IEnumerable<string> Files(string root, string folder) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file));

    private static SortedDictionary<string, byte[]> Unzip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var file = new MemoryStream();
            stream.CopyTo(file);
            files[entry.FullName] = file.ToArray();
        }

        return files;
    }

    private static byte[] Zip(SortedDictionary<string, byte[]> files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, file) in files)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(file);
            }
        }

        return bytes.ToArray();
    }
}
