using System.Globalization;

namespace Laminar.Hosts;

/// <summary>Reads an exported trail entry after entry and says whether each fits to the one before.</summary>
/// <param name="after">The hash of the entry before the first of this file, for an export that goes on where another ended; null where it begins with entry 1.</param>
internal sealed class AuditCheck(string? after)
{
    private long last;
    private string hash = after ?? AuditEntry.NoHash;
    private DateTime earliest = DateTime.MaxValue;
    private DateTime latest = DateTime.MinValue;

    public long Count { get; private set; }

    /// <summary>The hash of the last entry that fits.</summary>
    public string Head => hash;

    /// <summary>One sentence about the first entry that does not fit; null as long as all do.</summary>
    public string? Problem { get; private set; }

    /// <returns>Whether the line fits.</returns>
    public bool Take(ReadOnlyMemory<byte> line)
    {
        Problem ??= ProblemOf(line);
        return Problem is null;
    }

    /// <param name="head">The hash of the entry that has to be the last.</param>
    public void End(string? head)
    {
        if (Problem is null && head is not null && !string.Equals(head, hash, StringComparison.OrdinalIgnoreCase))
        {
            Problem = Count == 0
                ? "The file holds no entry, and --head names one: all are missing."
                : $"The trail is cut off or another one: entry {Number(last)} is the last here, and it is not the one that --head names.";
        }
    }

    public string Summary => Count == 0
        ? "No entries: nothing was recorded yet."
        : $"{Number(Count)} {(Count == 1 ? "entry" : "entries")} ({Number(last - Count + 1)} to {Number(last)}), from {AuditEntry.TimeOf(earliest)} to {AuditEntry.TimeOf(latest)}: the chain is whole; its head is {hash}.";

    private string? ProblemOf(ReadOnlyMemory<byte> line)
    {
        var expected = last + 1;
        if (AuditLine.Read(line) is not { } entry)
        {
            return Count == 0 && after is not null
                ? "The first line is no entry of an audit trail: it was changed or cut off."
                : $"Entry {Number(expected)} is no entry of an audit trail: it was changed or cut off.";
        }

        // An export that goes on says itself where it begins; that this is the right place is what the hash before it says.
        var goesOn = Count == 0 && after is not null;
        if (entry.Number != expected && !goesOn)
        {
            return entry.Number > expected ? Missing(expected, entry.Number - 1) : $"Entry {Number(entry.Number)} is out of order: entry {Number(expected)} was expected in its place.";
        }

        if (entry.Hash != entry.ComputeHash())
        {
            return $"Entry {Number(entry.Number)} was changed: it says something else than its hash stands for.";
        }

        if (entry.Previous != hash)
        {
            return goesOn
                ? $"Entry {Number(entry.Number)} does not follow the entry that --after names: entries between them are missing, or it is another trail."
                : $"Entry {Number(entry.Number)} does not follow the one before it: one of them was exchanged.";
        }

        (last, hash, Count) = (entry.Number, entry.Hash, Count + 1);
        (earliest, latest) = (entry.At < earliest ? entry.At : earliest, entry.At > latest ? entry.At : latest);
        return null;
    }

    private string Missing(long from, long to)
    {
        var which = from == to ? $"Entry {Number(from)} is missing" : $"Entries {Number(from)} to {Number(to)} are missing";
        return Count == 0
            ? $"{which}: the file begins with entry {Number(to + 1)}. Where it goes on behind another export, say --after with the hash of entry {Number(to)}."
            : $"{which} or out of order: entry {Number(to + 1)} stands in that place.";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
