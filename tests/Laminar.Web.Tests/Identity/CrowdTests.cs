using System.Diagnostics;
using System.Net;
using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Limits where each person is known.</summary>
public sealed class CrowdTests(SignedInServer signedIn) : IClassFixture<SignedInServer>
{
    private const int MostAtOnce = 32;

    [Fact]
    public async Task One_person_can_have_so_many_requests_under_way_and_keeps_nobody_else_from_theirs()
    {
        var end = new TaskCompletionSource();
        using var greedy = signedIn.ClientOf(new Account("G. Reedy", "Surgeon"));
        using var other = signedIn.ClientOf(new Account("O. Ther", "Surgeon"));
        var slow = new List<Task<bool>>();
        for (var watch = Stopwatch.StartNew(); await StatusAsync(greedy) != HttpStatusCode.TooManyRequests;)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It is never refused, with {slow.Count} requests sent.");
            slow.Add(IsTakenAsync(greedy, end.Task));
        }

        Assert.InRange(slow.Count, MostAtOnce, 10 * MostAtOnce);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other));
        end.SetResult();
        Assert.Equal(MostAtOnce, (await Task.WhenAll(slow)).Count(static taken => taken));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(greedy));
    }

    [Fact]
    public async Task Who_has_still_to_sign_in_is_kept_from_it_by_nobody()
    {
        await using var server = await signedIn.Directory.StartServerAsync("--Limits:RequestsPerMinute=10");

        for (var visit = 0; visit < 20; visit++)
        {
            using var answer = await server.Client.GetAsync(new Uri("/api/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    /// <summary>Whether a draft is read whose end comes late. Who is refused before may not hear of it: the connection is closed meanwhile.</summary>
    private static async Task<bool> IsTakenAsync(HttpClient client, Task end)
    {
        try
        {
            using var answer = await client.PostAsync(new Uri(Requests.Scans, UriKind.Relative), new Unending(end), TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.ScanAsync(Encoding.UTF8.GetBytes(FictionalDraft.Text), "text/plain");
        return answer.StatusCode;
    }

    /// <summary>A draft whose end is sent when it is time, and so much of it at once that nobody takes its sender for too slow before.</summary>
    private sealed class Unending : HttpContent
    {
        private readonly Task end;

        public Unending(Task end)
        {
            this.end = end;
            Headers.ContentType = new("text/plain");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(FictionalDraft.Text, 50))));
            await stream.FlushAsync();
            await end;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
