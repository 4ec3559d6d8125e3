using Laminar.Tests;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>The pane in the fake Word, whose user Word itself has signed in. Not tried in Word.</summary>
public sealed class WordSignInTests(SignedInServer signedIn, Browser browser) : IClassFixture<SignedInServer>, IClassFixture<Browser>
{
    private static readonly Account Surgeon = new("Dr. T. Oken", "Surgeon");

    [Fact]
    public async Task In_Word_nobody_is_asked_who_is_signed_in_to_Word_already()
    {
        var word = await OpenAsync(Surgeon, asks: false);

        await Assertions.Expect(word.Page.Locator(".card").First).ToBeVisibleAsync();
        Assert.Equal(0, await word.DoAsync<int>("return document.querySelectorAll('.sign-in').length + fakeWord.asked;"));
        await word.Page.CloseAsync();
    }

    [Fact]
    public async Task Where_Word_wants_to_ask_the_pane_shows_a_button_first_and_then_works_in_the_token_s_name()
    {
        var word = await OpenAsync(Surgeon, asks: true);
        await word.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(word.Page.Locator(".sign-in")).ToHaveCountAsync(0);

        await word.Page.Locator(".card[data-finding^='guidance.'] > summary").ClickAsync();
        var card = word.Page.Locator(".card[data-finding^='guidance.']");
        await card.GetByLabel("Fluoroscopic").CheckAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Insert", Exact = true }).ClickAsync();

        await Assertions.Expect(word.Page.Locator(".did")).ToContainTextAsync("Inserted: Image guidance");
        Assert.Equal(1, await word.DoAsync<int>("return fakeWord.asked;"));
        await word.Page.CloseAsync();
    }

    private async Task<WordPage> OpenAsync(Account account, bool asks)
    {
        var token = signedIn.Directory.TokenOf(account);
        return await WordPage.PaneAsync(browser, signedIn.Server.Client,
            new { paragraphs = FictionalDraft.Paragraphs, signedIn = new { token, identity = token, name = account.Name, asks } });
    }
}
