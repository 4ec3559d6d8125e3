namespace Laminar.Engine.Levels;

/// <summary>The words that levels are made of, from the pack's data, by word number.</summary>
internal sealed class LevelWords
{
    /// <summary>Region of a letter or a name ("c", "cervical", "dorsal"); -1 for other words.</summary>
    private readonly sbyte[] _region;
    private readonly sbyte[] _number;
    private readonly sbyte[] _ordinal;
    private readonly byte[] _marks;

    [Flags]
    public enum Mark : byte
    {
        None = 0,

        /// <summary>Joins two ends: to, through, thru.</summary>
        Through = 1,

        /// <summary>Joins two items: and, plus.</summary>
        And = 2,

        /// <summary>A letter that was heard wrong: see, tea.</summary>
        HeardLetter = 4,

        /// <summary>A number that was heard wrong: ate, won.</summary>
        HeardNumber = 8,

        /// <summary>A single letter.</summary>
        Letter = 16,

        /// <summary>A unit of measure: what precedes is a size.</summary>
        Unit = 32,

        /// <summary>Vertebra, lamina, level: closes a level in words ("the fifth cervical vertebra").</summary>
        Bone = 64,

        /// <summary>between.</summary>
        Between = 128,
    }

    public LevelWords(int words)
    {
        _region = new sbyte[words];
        _number = new sbyte[words];
        _ordinal = new sbyte[words];
        _marks = new byte[words];
        Array.Fill(_region, (sbyte)-1);
        Array.Fill(_number, (sbyte)-1);
        Array.Fill(_ordinal, (sbyte)-1);
    }

    public void SetRegion(int word, int region) => _region[word] = (sbyte)region;

    public void SetNumber(int word, int number) => _number[word] = (sbyte)number;

    public void SetOrdinal(int word, int number) => _ordinal[word] = (sbyte)number;

    public void Add(int word, Mark mark) => _marks[word] |= (byte)mark;

    public int Region(int word) => word == 0 ? -1 : _region[word];

    public int Number(int word) => word == 0 ? -1 : _number[word];

    public int Ordinal(int word) => word == 0 ? -1 : _ordinal[word];

    public bool Is(int word, Mark mark) => word > 0 && (_marks[word] & (byte)mark) != 0;
}
