using System.Net;
using System.Text;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Files that were made to do harm, as uploads: refused with a sentence, and the next draft is read.</summary>
public sealed class HostileUploadTests(SharedServer server) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task A_file_that_was_made_to_do_harm_is_refused_with_a_sentence_and_the_next_draft_is_read()
    {
        // One of each kind: what grows in unpacking, what lies about its size, what is deep, what is wide, what is long.
        foreach (var what in new[] { "bomb: 256 MB that says so", "bomb: 31 MB that claim 1,000 bytes", "10 million deep in the styles", "7 million elements side by side", "a text of 30 MB" })
        {
            var file = HostileFiles.All.Single(file => file.What == what);
            var answer = await server.Client.SendDraftAsync(Requests.Scans, file.Make());

            Assert.True(answer.StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity, $"{what}: {answer.StatusCode}");
            await answer.AssertProblemAsync(answer.StatusCode, file.Read!);
            (await server.Client.ScanAsync(Encoding.UTF8.GetBytes(FictionalDraft.Text), "text/plain")).EnsureSuccessStatusCode();
        }
    }
}
