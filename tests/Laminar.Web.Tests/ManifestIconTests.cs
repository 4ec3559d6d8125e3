using System.Net;
using System.Net.Http.Headers;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>The icons that the manifest names, as the server gives them out.</summary>
public sealed class ManifestIconTests(SharedServer server) : IClassFixture<SharedServer>
{
    public static TheoryData<string> Icons { get; } = [.. ManifestFiles.Icons];

    [Theory]
    [MemberData(nameof(Icons))]
    public async Task An_icon_may_be_kept_by_whoever_asks(string icon)
    {
        using var answer = await GetAsync(icon);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(icon.EndsWith(".svg", StringComparison.Ordinal) ? "image/svg+xml" : "image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Null(answer.Headers.CacheControl);
        Assert.NotNull(answer.Headers.ETag);
        Assert.NotNull(answer.Content.Headers.LastModified);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task An_icon_that_is_known_is_not_sent_again()
    {
        using var first = await GetAsync("laminar-16.png");

        using var second = await GetAsync("laminar-16.png", first.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Null(second.Headers.CacheControl);
    }

    [Theory]
    [InlineData("/api/packs")]
    [InlineData("/icons/none.png")]
    public async Task What_is_no_icon_is_still_kept_by_nobody(string path)
    {
        using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private async Task<HttpResponseMessage> GetAsync(string icon, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/icons/{icon}", UriKind.Relative));
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
