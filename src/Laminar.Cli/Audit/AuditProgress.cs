using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Laminar.Cli;

/// <summary>How far an audit has come: a line on a terminal that is written over a few times a second, and nothing anywhere else.</summary>
internal sealed class AuditProgress : IDisposable
{
    private const int BarWidth = 24;

    // Of a terminal that doesn't say.
    private const int UsualWidth = 80;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly long started = Stopwatch.GetTimestamp();
    private readonly TextWriter terminal;
    private readonly Timer? timer;
    private readonly Lock drawing = new();
    private int? total;
    private int kept;
    private int read;
    private int unreadable;
    private bool ended;

    /// <param name="count">Counts the files, beside the audit; null where that can't be known.</param>
    public AuditProgress(Func<int?> count)
    {
        terminal = Console.Error;
        if (!Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb")
        {
            timer = new Timer(_ => Draw(), null, Step, Step);
            _ = Task.Run(() => total = count());
        }
    }

    public int Files => kept + read;

    public int Read => read;

    public int Unreadable => unreadable;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(started);

    public void Add(bool isKept, bool isUnreadable)
    {
        _ = isKept ? kept++ : read++;
        unreadable += isUnreadable ? 1 : 0;
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (drawing)
        {
            if (timer is not null && !ended)
            {
                terminal.Write("\r\e[K");
            }

            ended = true;
        }

        timer?.Dispose();
    }

    private void Draw()
    {
        lock (drawing)
        {
            if (!ended)
            {
                var line = Line(Files, read, unreadable, total, Elapsed);
                terminal.Write($"\r{line[..Math.Min(line.Length, (Console.WindowWidth > 1 ? Console.WindowWidth : UsualWidth) - 1)]}\e[K");
            }
        }
    }

    /// <summary>"━━━━━─────  1,204 of 9,120 files  ·  812 a second  ·  10 s left  ·  3 unreadable".</summary>
    /// <param name="files">Files that have their line.</param>
    /// <param name="read">Those of them that were read now, and took time.</param>
    internal static string Line(int files, int read, int unreadable, int? total, TimeSpan elapsed)
    {
        var line = new StringBuilder();
        var speed = elapsed > TimeSpan.Zero ? read / elapsed.TotalSeconds : 0;
        if (total is { } all && all >= files)
        {
            var done = all == 0 ? BarWidth : (int)((long)files * BarWidth / all);
            line.Append('━', done).Append('─', BarWidth - done).Append(CultureInfo.InvariantCulture, $"  {files:n0} of {all:n0} files");
        }
        else
        {
            line.Append(CultureInfo.InvariantCulture, $"{files:n0} files");
        }

        line.Append(CultureInfo.InvariantCulture, $"  ·  {speed:n0} a second");
        if (total > files && speed > 0)
        {
            line.Append($"  ·  {Span(TimeSpan.FromSeconds((total.Value - files) / speed))} left");
        }

        return unreadable == 0 ? line.ToString() : line.Append(CultureInfo.InvariantCulture, $"  ·  {unreadable:n0} unreadable").ToString();
    }

    /// <summary>"41 s", "12 min", "3 h 5 min".</summary>
    internal static string Span(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds)} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes)} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
    };
}
