namespace Laminar.Word;

/// <summary>How the text of the current run is shown.</summary>
internal readonly record struct RunState(bool Bold, bool Hidden)
{
    /// <summary>
    /// Direct formatting counts as it stands. Without it, bold and hidden are toggles (ECMA-376 part 1, 17.7.3): a character
    /// style that sets one turns back what the paragraph's style sets.
    /// </summary>
    public static RunState Of(RunFormat direct, ResolvedStyle paragraph, ResolvedStyle character)
        => new(direct.Bold ?? (paragraph.Bold ^ character.Bold), direct.Hidden ?? (paragraph.Hidden ^ character.Hidden));
}
