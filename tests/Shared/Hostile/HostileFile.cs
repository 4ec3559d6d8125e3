namespace Laminar.Tests;

/// <summary>A file that somebody made to do harm, and what has to come of it.</summary>
/// <param name="Read">The code that the reader refuses it with; null where it is read.</param>
/// <param name="Opened">The code that opening it for writing is refused with; null where it opens.</param>
internal sealed record HostileFile(string What, string? Read, string? Opened, Func<byte[]> Make)
{
    public HostileFile(string what, string? code, Func<byte[]> make) : this(what, code, code, make)
    {
    }

    public override string ToString() => What;
}
