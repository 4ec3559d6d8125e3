namespace Laminar.Web;

/// <summary>What the server did in the last five minutes, for a page that shows it without any other program; a fixed amount of memory.</summary>
internal sealed class Recent
{
    public const int SlotSeconds = 5;

    private const int Slots = 60;

    // Of the last minute.
    private const int RateSlots = 12;

    private readonly Lock gate = new();
    private readonly Slot[] ring = [.. Enumerable.Range(0, Slots).Select(static _ => new Slot())];
    private readonly long begun = Number(DateTime.UtcNow);

    /// <param name="status">Of the answer.</param>
    public void Answered(int status)
    {
        lock (gate)
        {
            var slot = Current();
            slot.Requests++;
            slot.Errors += status >= StatusCodes.Status500InternalServerError ? 1 : 0;
        }
    }

    public void Refused()
    {
        lock (gate)
        {
            Current().Refused++;
        }
    }

    public void Scanned(TimeSpan duration)
    {
        lock (gate)
        {
            Current().Durations.Add(duration);
        }
    }

    /// <summary>The slots that are over, the oldest first, and what they come to.</summary>
    public TrafficStatus Now()
    {
        lock (gate)
        {
            var now = Number(DateTime.UtcNow);
            var over = new List<Slot>();
            for (var number = Math.Max(begun, now - Slots + 1); number < now; number++)
            {
                over.Add(ring[number % Slots] is { } slot && slot.Number == number ? slot : new Slot { Number = number });
            }

            var all = new Durations();
            over.ForEach(slot => all.Add(slot.Durations));
            var minute = over.TakeLast(RateSlots).ToList();
            var seconds = Math.Max(1, minute.Count) * (double)SlotSeconds;
            return new TrafficStatus(
                SlotSeconds,
                minute.Sum(static slot => slot.Requests) / seconds,
                minute.Sum(static slot => slot.Durations.Count) / seconds,
                all.Quantile(0.5),
                all.Quantile(0.99),
                over.Sum(static slot => slot.Refused),
                over.Sum(static slot => slot.Errors),
                [.. over.Select(static slot => new TrafficSlot(slot.Requests, slot.Durations.Count, slot.Durations.Quantile(0.5), slot.Durations.Quantile(0.99), slot.Refused, slot.Errors))]);
        }
    }

    private static long Number(DateTime time) => time.Ticks / (SlotSeconds * TimeSpan.TicksPerSecond);

    private Slot Current()
    {
        var number = Number(DateTime.UtcNow);
        var slot = ring[number % Slots];
        return slot.Number == number ? slot : ring[number % Slots] = new Slot { Number = number };
    }

    private sealed class Slot
    {
        public long Number { get; init; }

        public int Requests { get; set; }

        public int Refused { get; set; }

        public int Errors { get; set; }

        public Durations Durations { get; } = new();
    }
}
