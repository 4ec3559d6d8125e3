namespace Laminar.Engine;

/// <summary>The way in: a draft and a pack go in, elements and findings come out.</summary>
public static class Scanner
{
    /// <summary>
    /// Reads <paramref name="draft"/> for <paramref name="pack"/> in time linear in its length. Any text is taken; none throws.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ScanResult Scan(Draft draft, Pack pack, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(pack);
        cancellation.ThrowIfCancellationRequested();
        throw new NotSupportedException("The engine is being built.");
    }
}
