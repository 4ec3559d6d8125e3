using Laminar.Benchmarks;
using Laminar.Tests;
using Microsoft.Playwright;

// dotnet run -c Release --project tests/Laminar.Pictures -- FOLDER [STATE…]
// A picture of the workbench and of the pane alone in each of its states: light, dark, high contrast. For looking at.
if (args is not [var folder, .. var wanted])
{
    Console.Error.WriteLine("Name a folder for the pictures, and the states to take if not all.");
    return 2;
}

Directory.CreateDirectory(folder);
using var server = new ServerProcess();
using var playwright = await Playwright.CreateAsync();
await using var chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
{
    ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
    Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});

(string Name, ColorScheme Scheme, ForcedColors Contrast)[] looks =
[
    ("light", ColorScheme.Light, ForcedColors.None),
    ("dark", ColorScheme.Dark, ForcedColors.None),
    ("contrast", ColorScheme.Dark, ForcedColors.Active),
];
foreach (var state in PaneState.All.Where(IsWanted))
{
    foreach (var look in looks)
    {
        await TakeAsync($"{state.Name}-{look.Name}", 1240, look.Scheme, look.Contrast, page => state.OpenAsync(page, server.Address));
    }

    await TakeAsync($"{state.Name}-narrow", 320, ColorScheme.Light, ForcedColors.None, page => state.OpenAsync(page, server.Address));
    Console.WriteLine(state.Name);
}

foreach (var state in PaneState.InWord.Where(IsWanted))
{
    foreach (var look in looks)
    {
        await TakeAsync($"{state.Name}-{look.Name}", 340, look.Scheme, look.Contrast, page => state.OpenInWordAsync(page, server.Address));
    }

    Console.WriteLine(state.Name);
}

if (StudioState.All.Any(state => IsNamed(state.Name)))
{
    using var client = new HttpClient { BaseAddress = server.Address };
    await StudioState.PrepareAsync(client);
    foreach (var state in StudioState.All.Where(state => IsNamed(state.Name)))
    {
        foreach (var look in looks.Append(("narrow", ColorScheme.Light, ForcedColors.None)))
        {
            await StudioState.ResetAsync(client);
            await TakeAsync($"{state.Name}-{look.Item1}", look.Item1 == "narrow" ? 400 : 1400, look.Item2, look.Item3, page => state.OpenAsync(page, server.Address));
        }

        Console.WriteLine(state.Name);
    }
}

bool IsWanted(PaneState state) => IsNamed(state.Name);

bool IsNamed(string name) => wanted.Length == 0 || wanted.Contains(name);

async Task TakeAsync(string name, int width, ColorScheme scheme, ForcedColors contrast, Func<IPage, Task> open)
{
    await using var context = await chromium.NewContextAsync(new BrowserNewContextOptions
    {
        ViewportSize = new ViewportSize { Width = width, Height = 820 }, ColorScheme = scheme, ForcedColors = contrast,
    });
    var page = await context.NewPageAsync();
    await open(page);
    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
}

return 0;
