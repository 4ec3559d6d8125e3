namespace Laminar.Engine;

/// <summary>The files of a pack as text. Reading them from a folder, a database or an archive is the host's work.</summary>
/// <param name="Files">Each file's path (see <see cref="PackFile"/>) and its text.</param>
public sealed record PackSource(IReadOnlyList<PackFile> Files);

/// <param name="Path">Path inside <c>templates/</c> with forward slashes, as it is shown in an author's error.</param>
public sealed record PackFile(string Path, string Text);

/// <summary>An error of a pack's author, never of the program: where it is, the lines around it, and one sentence.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record PackError(string File, int Line, int Column, string Message, string Excerpt)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}\n{Excerpt}";
}

/// <summary>A pack could not be compiled; <see cref="Errors"/> tells its author why.</summary>
public sealed class PackException(IReadOnlyList<PackError> errors) : Exception(string.Join("\n", errors))
{
    public IReadOnlyList<PackError> Errors { get; } = errors;
}
