using System.Text;
using Laminar.Tests;
using Laminar.Web.Tests.Nodes;
using Laminar.Web.Tests.Store;
using Laminar.Web.Tests.Studio;
using Microsoft.Playwright;

namespace Laminar.Web.Tests.Operation;

/// <summary>A server that is killed and started again while people have its pages open.</summary>
public sealed class RestartTests(Postgres postgres, Browser browser) : StoreTests(postgres), IClassFixture<Browser>
{
    private const string Typed = "Typed while the server was away.";
    private const string Reworded = "The instruments went in under {guidance} guidance.";

    private readonly string address = $"--urls=http://127.0.0.1:{Ports.Free(1)[0]}";

    [Fact]
    public async Task A_draft_that_is_open_while_its_server_is_restarted_keeps_every_word_and_is_read_again_by_itself()
    {
        var ada = await StartAsync(Kind.Sqlite, "Ada", address);
        var desk = new Desk(await browser.OpenAsync(ada.Server.Client.BaseAddress!, 1240, ColorScheme.Light));
        await desk.CheckedAsync();
        await desk.UploadAsync("mine.txt", Encoding.UTF8.GetBytes(FictionalDraft.Text));
        var headline = await desk.Headline.TextContentAsync();
        await KillAsync(ada);

        await desk.CaretAsync(0, 0);
        await desk.TypeAsync($"{Typed} ");
        await Assertions.Expect(desk.Page.Locator("header .notice", new() { HasText = "can’t be reached" })).ToBeVisibleAsync();
        await StartAsync(Kind.Sqlite, "Ada", address);

        await Assertions.Expect(desk.Page.Locator("header .notice", new() { HasText = "can’t be reached" })).ToBeHiddenAsync();
        await desk.CheckedAsync();
        await Assertions.Expect(desk.Headline).ToHaveTextAsync(headline!);
        Assert.StartsWith(Typed, (await desk.TextsAsync())[0], StringComparison.Ordinal);
        await desk.Page.CloseAsync();
    }

    [Fact]
    public async Task Work_in_the_studio_that_was_not_saved_when_its_server_was_restarted_is_published_afterwards()
    {
        var ada = await StartAsync(Kind.Sqlite, "Ada", address);
        var studio = await AuthorsPage.OpenAsync(browser, ada.Server, "wording/guidance");
        await studio.TypeAsync("Phrase", Reworded);
        await KillAsync(ada);

        await studio.Button("Save draft").ClickAsync();
        await Assertions.Expect(studio.Page.GetByText("can’t be reached").First).ToBeVisibleAsync();
        await Assertions.Expect(studio.Field("Phrase")).ToHaveValueAsync(Reworded);
        var again = await StartAsync(Kind.Sqlite, "Ada", address);
        await studio.PublishAsync("Plainer words.");

        await Assertions.Expect(studio.Said).ToHaveTextAsync("Version 1.1.0 is published and in use.");
        Assert.Equal(("1.1.0", Reworded), await again.ScanAsync());
        await studio.Page.CloseAsync();
    }
}
