namespace Laminar.Word;

/// <summary>A place in the markup of a paragraph where runs may stand, and what has to be cut to make it one.</summary>
/// <param name="Offset">Bytes from the start of the part.</param>
/// <param name="Before">End tags of what is cut.</param>
/// <param name="After">Start tags that take it up again.</param>
/// <param name="TightText">A <c>w:t</c> whose first half has to say now that its spaces count, or <see cref="MarkupTree.None"/>.</param>
internal sealed record Seat(int Offset, string Before, string After, int TightText)
{
    /// <summary>Bytes that give way: the end of an empty element's tag.</summary>
    public int Length { get; init; }

    public static Seat At(int offset) => new(offset, "", "", MarkupTree.None);
}

/// <summary>What goes to one seat, in the order in which it has to stand there.</summary>
internal enum SeatOrder
{
    EndOfRange,
    Phrase,
    StartOfRange,
}

/// <summary>Markup for seats, collected so that a place that is cut for several things is cut once.</summary>
internal sealed class Seating(MarkupTree tree)
{
    private readonly Dictionary<int, List<(Seat Seat, SeatOrder Order, string Markup)>> seats = [];

    public void Put(Seat seat, SeatOrder order, string markup)
    {
        if (!seats.TryGetValue(seat.Offset, out var guests))
        {
            seats.Add(seat.Offset, guests = []);
        }

        guests.Add((seat, order, markup));
    }

    /// <summary>Whether a phrase has been put there already.</summary>
    public bool IsTaken(Seat seat) => seats.TryGetValue(seat.Offset, out var guests) && guests.Exists(static guest => guest.Order == SeatOrder.Phrase);

    public bool Any => seats.Count > 0;

    public void WriteTo(Splices splices)
    {
        var tight = new HashSet<int>();
        foreach (var (offset, guests) in seats)
        {
            var seat = guests[0].Seat;
            splices.Replace(offset, offset + seat.Length, seat.Before + string.Concat(guests.OrderBy(static guest => guest.Order).Select(static guest => guest.Markup)) + seat.After);
            if (seat.TightText != MarkupTree.None && tight.Add(seat.TightText))
            {
                splices.Insert(tree[seat.TightText].ContentStart - 1, " xml:space=\"preserve\"");
            }
        }
    }
}
