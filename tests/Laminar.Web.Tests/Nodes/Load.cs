using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Laminar.Tests;
using Laminar.Web.Tests.Store;

namespace Laminar.Web.Tests.Nodes;

/// <summary>People at work: scans of text and of Word files, and answers, each over a connection of its own, all accounted for.</summary>
internal sealed class Load : IAsyncDisposable
{
    private const int Scans = 4;
    private const int Answers = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly string[] Lines = Encoding.UTF8.GetString(StudioClient.Draft).Split('\n');
    private static readonly byte[] Document = WordFiles.Zip(Lines);

    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient front;
    private readonly string finding;
    private readonly List<Task> people;

    /// <param name="finding">The question of the guidance, as a scan names it.</param>
    public Load(HttpClient front, string finding)
    {
        (this.front, this.finding) = (front, finding);
        people = [.. Enumerable.Range(0, Scans).Select(person => Task.Run(() => WorkAsync(() => ScanAsync(person % 2 == 0)))), .. Enumerable.Range(0, Answers).Select(_ => Task.Run(() => WorkAsync(AnswerAsync)))];
    }

    /// <summary>How many requests can be under way at a time.</summary>
    public static int Connections => Scans + Answers;

    /// <summary>What scans answered with: a version and the phrase that they suggested.</summary>
    public ConcurrentBag<(string Version, string Phrase)> Read { get; } = [];

    /// <summary>The hashes of the files that answers were written into.</summary>
    public ConcurrentBag<string> Written { get; } = [];

    /// <summary>What was answered with anything but 200.</summary>
    public ConcurrentBag<(DateTime At, HttpStatusCode Status)> Failed { get; } = [];

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(people);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private async Task WorkAsync(Func<Task<HttpResponseMessage>> send)
    {
        while (!stop.IsCancellationRequested)
        {
            using var answer = await send();
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Failed.Add((DateTime.UtcNow, answer.StatusCode));
            }

            await Task.Delay(Pause);
        }
    }

    private async Task<HttpResponseMessage> ScanAsync(bool isText)
    {
        var answer = isText ? await front.ScanAsync(StudioClient.Draft, "text/plain") : await front.ScanAsync(Document);
        if (answer.IsSuccessStatusCode)
        {
            var result = await answer.JsonAsync();
            var guidance = result.GetProperty("findings").EnumerateArray().Single(one => one.Get("element") == "guidance");
            Read.Add((result.GetProperty("pack").Get("version"), guidance.GetProperty("suggestion").Get("text")));
        }

        return answer;
    }

    /// <summary>Each into a draft of its own, by which its entry in the trail is known.</summary>
    private async Task<HttpResponseMessage> AnswerAsync()
    {
        var draft = Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetString(StudioClient.Draft)}\nThe case was number {Guid.NewGuid():N} of the day.");
        var answer = await front.ApplyAsync(draft, Requests.Answers("Dr. A. Name", "surgeon", (finding, "fluoroscopic")), "draft.txt");
        if (answer.IsSuccessStatusCode)
        {
            Written.Add(Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())));
        }

        return answer;
    }
}
