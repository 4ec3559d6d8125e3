namespace Laminar.Engine.Form;

/// <summary>The words that repairs of form rest on, from the pack's data. No comparison minds capitals.</summary>
internal sealed class FormWords
{
    /// <summary>A shorter word with a capital may be somebody's name or an abbreviation: its spelling is left alone.</summary>
    public const int ShortestWithCapital = 5;

    private readonly Dictionary<string, string> _right = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _twice = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _abbreviations = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>False where the misspelling has a right form already.</summary>
    public bool AddSpelling(string wrong, string right) => _right.TryAdd(wrong, right);

    public void AddTwice(string word) => _twice.Add(word);

    public void AddAbbreviation(string word) => _abbreviations.Add(word);

    /// <summary>The right form of a misspelling, in lower case; null for every other word.</summary>
    public string? RightOf(ReadOnlySpan<char> word) => _right.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var right) ? right : null;

    /// <summary>Whether nobody means to write the word twice in a row.</summary>
    public bool IsSlipTwice(ReadOnlySpan<char> word) => _twice.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether a period behind the word may be the word's own.</summary>
    public bool IsAbbreviation(ReadOnlySpan<char> word) => _abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
