namespace Laminar.Engine;

/// <summary>A compiled pack: immutable, thread-safe, built once and shared by all scans.</summary>
public sealed partial class Pack
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>The procedure's name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Compiles a pack from its own files and the vocabulary that all packs share.</summary>
    /// <exception cref="PackException">The pack breaks a rule; the exception lists every error with its place.</exception>
    public static Pack Compile(PackSource source) => throw new PackException([]);
}
