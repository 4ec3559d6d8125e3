using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Laminar.Web.Tests;

/// <summary>The pages of a server that people sign in to: the real library, a real browser, a directory of the tests' own.</summary>
public sealed class SignInPageTests(SignedInServer signedIn, Browser browser) : IClassFixture<SignedInServer>, IClassFixture<Browser>
{
    private static readonly Account Surgeon = new("Dr. T. Oken", "Surgeon");

    private TestDirectory Directory => signedIn.Directory;

    [Fact]
    public async Task Somebody_signs_in_at_the_workbench_and_each_request_bears_the_token()
    {
        Directory.AtTheKeyboard = Surgeon;
        var page = await OpenAsync("/");
        var scans = new ConcurrentQueue<string>();
        page.Request += async (_, request) =>
        {
            if (request.Url.Contains("/api/scans", StringComparison.Ordinal))
            {
                scans.Enqueue((await request.AllHeadersAsync()).GetValueOrDefault("authorization", ""));
            }
        };

        await SignInAsync(page);

        await Assertions.Expect(page.Locator("aside .card").First).ToBeVisibleAsync();
        Assert.All(scans, static header => Assert.StartsWith("Bearer ey", header, StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".sign-in")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Settings" }).ClickAsync();
        await Assertions.Expect(page.Locator("footer select").First).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("Your name")).ToBeHiddenAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.values(localStorage).filter((value) => value.includes('ey')).length"));
        await page.CloseAsync();
    }

    [Fact]
    public async Task Who_has_signed_in_is_not_asked_again_when_the_page_is_loaded_anew()
    {
        Directory.AtTheKeyboard = Surgeon;
        var page = await OpenAsync("/");
        await SignInAsync(page);
        var visits = Directory.Visits;

        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("aside .card").First).ToBeVisibleAsync();
        Assert.Equal(visits, Directory.Visits);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Who_is_not_let_in_can_try_again()
    {
        Directory.AtTheKeyboard = null;
        var page = await OpenAsync("/");

        await SignInAsync(page);

        await Assertions.Expect(page.Locator(".sign-in")).ToContainTextAsync("You are not signed in yet");
        Directory.AtTheKeyboard = Surgeon;
        await SignInAsync(page);
        await Assertions.Expect(page.Locator("aside .card").First).ToBeVisibleAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_sign_in_that_has_ended_loses_nothing_that_was_typed()
    {
        Directory.AtTheKeyboard = Surgeon;
        Directory.TokensLast = 1;
        try
        {
            var page = await OpenAsync("/");
            await SignInAsync(page);
            await Assertions.Expect(page.Locator("aside .card").First).ToBeVisibleAsync();

            Directory.AtTheKeyboard = null;
            await page.Locator(".page [data-line]").Last.ClickAsync();
            await page.Keyboard.PressAsync("End");
            await page.Keyboard.TypeAsync(" Typed while nobody was signed in.");

            await Assertions.Expect(page.Locator(".sign-in")).ToBeVisibleAsync();
            Directory.AtTheKeyboard = Surgeon;
            Directory.TokensLast = 3600;
            await SignInAsync(page);
            await Assertions.Expect(page.Locator(".sign-in")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("aside progress[hidden]")).ToBeAttachedAsync();
            await Assertions.Expect(page.Locator(".page")).ToContainTextAsync("Typed while nobody was signed in.");
            await page.CloseAsync();
        }
        finally
        {
            Directory.TokensLast = 3600;
        }
    }

    [Fact]
    public async Task The_studio_is_an_author_s_and_a_surgeon_reads_why_not()
    {
        Directory.AtTheKeyboard = new Account("A. Uthor", "TemplateAuthor");
        var page = await OpenAsync("/studio");
        await SignInAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Packs" })).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(signedIn.Server.Client.BaseAddress!, "/studio#/percutaneous-interlaminar-decompression/versions").ToString());
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export 1.0.0" }).ClickAsync());
        Assert.EndsWith("-1.0.0.zip", download.SuggestedFilename, StringComparison.Ordinal);
        await page.CloseAsync();

        Directory.AtTheKeyboard = Surgeon;
        var refused = await OpenAsync("/studio");
        await SignInAsync(refused);
        await Assertions.Expect(refused.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your roles do not allow this");
        await refused.CloseAsync();
    }

    [Fact]
    public async Task Whoever_looks_after_the_server_sees_how_it_is_and_takes_the_trail_out_and_nobody_else_does()
    {
        Directory.AtTheKeyboard = new Account("O. Perator", "Administrator");
        var page = await OpenAsync("/status");
        await SignInAsync(page);
        await Assertions.Expect(page.Locator(".state")).ToHaveTextAsync("Ready");
        await Assertions.Expect(page.Locator("#audit")).ToContainTextAsync(new Regex("Its hash\\s*[0-9a-f]{64}"), new() { Timeout = 30_000 });
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#audit").GetByRole(AriaRole.Link, new() { Name = "Export" }).ClickAsync());
        Assert.Equal("laminar-audit.jsonl", download.SuggestedFilename);
        Assert.StartsWith("{\"number\":1,", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await page.CloseAsync();

        Directory.AtTheKeyboard = Surgeon;
        var refused = await OpenAsync("/status");
        await SignInAsync(refused);
        await Assertions.Expect(refused.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Your roles do not allow this");
        await refused.CloseAsync();
    }

    [Fact]
    public async Task Who_has_no_role_reads_one_sentence()
    {
        Directory.AtTheKeyboard = new Account("N. Obody");
        var page = await OpenAsync("/");

        await SignInAsync(page);

        await Assertions.Expect(page.Locator("aside")).ToContainTextAsync("Your roles do not allow this; ask whoever gives out the roles of Laminar for the one that you need.");
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("/", "'none'")]
    [InlineData("/signed-in", "'self'")]
    public async Task A_page_may_talk_to_the_directory_and_to_nobody_else(string address, string ancestors)
    {
        var page = await signedIn.SendAsync(HttpMethod.Get, address, null);

        var origin = signedIn.Directory.Address.ToString().TrimEnd('/');
        Assert.Equal($"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' {origin}; frame-src 'self' {origin}; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}",
            page.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("msal-browser.min.js", "msal-browser.min.js")]
    [InlineData("msal-redirect-bridge.min.js", "redirect-bridge/msal-redirect-bridge.min.js")]
    [InlineData("msal-LICENSE.txt", "../LICENSE")]
    public void The_library_is_the_one_that_npm_restores(string ours, string theirs)
    {
        var package = Path.Combine(NodeTools.Folder, "@azure", "msal-browser");
        Assert.True(System.IO.Directory.Exists(package), $"{package} is missing; tests/run.sh restores it (npm ci in tests/types).");

        Assert.Equal(File.ReadAllBytes(Path.Combine(package, "lib", theirs)), File.ReadAllBytes(Path.Combine(PageFolder.Root, "lib", ours)));
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { IgnoreHTTPSErrors = true, ViewportSize = new ViewportSize { Width = 1240, Height = 900 } });
        page.Console += (_, message) => TestContext.Current.SendDiagnosticMessage($"{message.Type}: {message.Text}");
        await page.GotoAsync(new Uri(signedIn.Server.Client.BaseAddress!, address).ToString());
        return page;
    }

    /// <summary>Presses the button, and is back when the window that it opens has closed.</summary>
    private static async Task SignInAsync(IPage page)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Sign in" });
        await Assertions.Expect(button).ToBeEnabledAsync();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Popup += (_, window) => window.Close += (_, _) => closed.TrySetResult();
        await button.ClickAsync();
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
