using System.Text;

namespace Laminar.Cli;

/// <summary>Where text goes: how wide it is and whether it shows colours.</summary>
internal sealed class Terminal(TextWriter writer, int width, bool colour) : IDisposable
{
    private const int UsualWidth = 100;

    public TextWriter Writer { get; } = writer;

    /// <summary>Columns, kept between what can be read and what the eye can follow.</summary>
    public int Width { get; } = Math.Clamp(width, 40, 120);

    public static Terminal Detect()
    {
        // Console.Out flushes every write; a report is one.
        var writer = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 16 * 1024);
        var colour = !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(writer, DetectWidth(), colour);
    }

    public string Paint(Ink ink, string text) => colour ? $"\e[{(int)ink}m{text}\e[0m" : text;

    public void Dispose() => Writer.Dispose();

    private static int DetectWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0)
        {
            return columns;
        }

        return Console.IsOutputRedirected ? UsualWidth : Console.WindowWidth;
    }
}

/// <summary>The few colours in use, by their SGR numbers. Signs and words carry the meaning without them.</summary>
internal enum Ink
{
    Strong = 1,
    Quiet = 2,
    Clash = 31,
    Done = 32,
    Open = 33,
    Phrase = 34,
}
