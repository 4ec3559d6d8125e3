using System.ComponentModel;
using System.Diagnostics;

namespace Laminar.Tests.Laws;

/// <summary>
/// LibreOffice as a second reader of what is written into Word files. Each call is one run with a profile of its own, so that calls don't
/// wait for each other nor for a user's own LibreOffice; starting it costs more than converting dozens of files.
/// </summary>
internal sealed class LibreOffice : IDisposable
{
    private const string Command = "soffice";
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan PerFile = TimeSpan.FromSeconds(5);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("laminar-office-");

    /// <summary>How LibreOffice reads the files; null for one that it does not open.</summary>
    /// <exception cref="InvalidOperationException">LibreOffice is not installed, or does not end in time.</exception>
    public static IReadOnlyList<OfficeText?> Read(IReadOnlyList<byte[]> files)
    {
        using var office = new LibreOffice();
        var names = office.Write(files);
        office.Convert("odt", names);

        // A file that LibreOffice stumbles over takes those behind it along.
        foreach (var name in names.Where(name => files.Count > 1 && !File.Exists(office.Output(name))))
        {
            office.Convert("odt", [name]);
        }

        return [.. names.Select(office.Output).Select(static odt => File.Exists(odt) ? OfficeText.Of(File.ReadAllBytes(odt)) : null)];
    }

    /// <summary>Draws a file's pages, changes shown and comments as notes, as PNG into a folder.</summary>
    /// <returns>The files of the pages, in order.</returns>
    public static IReadOnlyList<string> Draw(byte[] file, string into)
    {
        using var office = new LibreOffice();
        office.Convert("pdf", office.Write([file]));
        Directory.CreateDirectory(into);
        Run("pdftoppm", "poppler-utils", ["-r", "80", "-png", office.folder.FullName + "/out/0.pdf", Path.Combine(into, "page")], Start);
        return [.. Directory.GetFiles(into, "page*.png").Order(StringComparer.Ordinal)];
    }

    private string Output(string name) => Path.Combine(folder.FullName, "out", Path.ChangeExtension(Path.GetFileName(name), "odt"));

    public void Dispose() => folder.Delete(recursive: true);

    private string[] Write(IReadOnlyList<byte[]> files)
    {
        var names = files.Select((_, number) => Path.Combine(folder.FullName, $"{number}.docx")).ToArray();
        foreach (var (name, bytes) in names.Zip(files))
        {
            File.WriteAllBytes(name, bytes);
        }

        return names;
    }

    private void Convert(string format, string[] files) => Run(Command, "libreoffice-writer",
        [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--norestore", "--convert-to", format, "--outdir", folder.FullName + "/out", .. files],
        Start + (PerFile * files.Length));

    private static void Run(string command, string package, string[] arguments, TimeSpan limit)
    {
        using var process = Begin(command, package, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{command} did not end within {limit.TotalSeconds} seconds.");
        }

        Task.WaitAll(errors, said);
    }

    private static Process Begin(string command, string package, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{command} is not installed (Debian: apt-get install {package}); the tests of what is written into Word files need it.", missing);
        }
    }
}
