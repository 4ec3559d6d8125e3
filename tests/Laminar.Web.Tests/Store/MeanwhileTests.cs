using System.Net;

namespace Laminar.Web.Tests.Store;

/// <summary>What another author has published does not go back by what somebody saves or publishes without knowing of it.</summary>
public sealed class MeanwhileTests(Postgres postgres) : StoreTests(postgres)
{
    private const string Reworded = "The instruments went in under {guidance} guidance.";

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_first_save_from_a_version_that_is_in_use_no_more_is_told_which_one_is(Kind kind)
    {
        var ada = await StartAsync(kind);
        var ben = await StartAsync(kind, "Ben");
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Reworded), "1.1.0"));

        var refused = await StudioClient.RefusedAsync(SaveAsync(ben, null, "1.0.0"), HttpStatusCode.Conflict, "base-moved");

        Assert.Equal("1.1.0", refused.Get("inUse"));
        Assert.StartsWith("Version 1.1.0 was published meanwhile;", refused.Get("detail"), StringComparison.Ordinal);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await ben.PackAsync()).GetProperty("draft").ValueKind);
        Assert.Equal("1.1.0", (await StudioClient.Ok(await SaveAsync(ben, null, "1.1.0"))).Get("base"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_draft_is_published_only_in_the_place_of_the_version_that_it_began_from(Kind kind)
    {
        var ada = await StartAsync(kind);
        await StudioClient.Ok(await ada.PublishAsync(await ada.RewordAsync(Reworded), "1.1.0"));
        var token = (await StudioClient.Ok(await SaveAsync(ada, null, "1.1.0"))).Get("token");
        await StudioClient.Ok(await ada.UseAsync("1.0.0", instead: "1.1.0"));

        var refused = await StudioClient.RefusedAsync(ada.PublishAsync(token, "1.2.0"), HttpStatusCode.Conflict, "base-moved");

        Assert.Equal("1.0.0", refused.Get("inUse"));
        Assert.Equal(2, (await ada.PackAsync()).GetProperty("versions").GetArrayLength());
        await StudioClient.RefusedAsync(SaveAsync(ada, token, "0.9.0"), HttpStatusCode.Conflict, "base-moved");
        var rebased = await StudioClient.Ok(await SaveAsync(ada, token, "1.0.0"));
        Assert.Equal("1.0.0", rebased.Get("base"));
        await StudioClient.Ok(await ada.PublishAsync(rebased.Get("token"), "1.2.0"));
    }

    [Fact]
    public async Task Of_two_servers_that_publish_the_same_draft_at_once_one_does_and_two_packs_are_both_published()
    {
        const string Other = "percutaneous-interlaminar-decompression-lumbar";
        var (ada, ben) = (await StartAsync(Kind.Postgres), await StartAsync(Kind.Postgres, "Ben"));
        await Task.WhenAll(ada.PackAsync(), ben.PackAsync());
        var token = (await StudioClient.Ok(await SaveAsync(ada, null, "1.0.0"))).Get("token");

        var answers = await Task.WhenAll(ada.PublishAsync(token, "1.1.0"), ben.PublishAsync(token, "1.1.0"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(static answer => answer.StatusCode).Order());
        Assert.Equal(2, (await ada.PackAsync()).GetProperty("versions").GetArrayLength());
        token = (await StudioClient.Ok(await SaveAsync(ada, null, "1.1.0"))).Get("token");
        var other = (await StudioClient.Ok(await SaveAsync(ben, null, "1.0.0", Other))).Get("token");

        await Task.WhenAll(
            Task.Run(async () => await StudioClient.Ok(await ada.PublishAsync(token, "1.2.0"))),
            Task.Run(async () => await StudioClient.Ok(await ben.SendAsync(HttpMethod.Post, $"packs/{Other}/publish", new { token = other, version = "1.1.0", reason = "Better words." }))));

        Assert.Equal(("1.2.0", "1.1.0"), ((await ben.PackAsync()).Get("inUse"), (await ada.GetAsync($"packs/{Other}")).Get("inUse")));
        var lines = await Trail.ExportAsync(ada.Server.Client);
        Assert.Equal(3, Trail.Entries(lines).Count(static entry => entry.Get("action") == "published" && entry.Get("person") is "Ada" or "Ben"));
        Assert.Equal(0, await Trail.VerifyAsync(Folder, lines));
    }

    private static Task<HttpResponseMessage> SaveAsync(StudioClient client, string? token, string from, string pack = StudioClient.Pack) =>
        client.SendAsync(HttpMethod.Put, $"packs/{pack}/draft", new Dictionary<string, object?> { ["token"] = token, ["base"] = from, ["changes"] = Array.Empty<object>() });
}
