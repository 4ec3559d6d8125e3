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

(string Name, int Width, ColorScheme Scheme, ForcedColors Contrast)[] looks =
[
    ("light", 1240, ColorScheme.Light, ForcedColors.None),
    ("dark", 1240, ColorScheme.Dark, ForcedColors.None),
    ("contrast", 1240, ColorScheme.Dark, ForcedColors.Active),
    ("narrow", 320, ColorScheme.Light, ForcedColors.None),
];
foreach (var state in PaneState.All.Where(state => wanted.Length == 0 || wanted.Contains(state.Name)))
{
    foreach (var look in looks)
    {
        await using var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = look.Width, Height = 820 }, ColorScheme = look.Scheme, ForcedColors = look.Contrast,
        });
        var page = await context.NewPageAsync();
        await state.OpenAsync(page, server.Address);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{state.Name}-{look.Name}.png") });
    }

    Console.WriteLine(state.Name);
}

return 0;
