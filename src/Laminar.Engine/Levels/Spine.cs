namespace Laminar.Engine.Levels;

/// <summary>A stretch of the spine as a pack names it.</summary>
/// <param name="Name">Value of the element <c>region</c>.</param>
/// <param name="Letter">Letter of its vertebrae.</param>
/// <param name="Count">Vertebrae as most people have them.</param>
internal sealed record Region(string Name, char Letter, int Count);

/// <summary>
/// The column of vertebrae, numbered from 0 at the top, and the interspaces between them: interspace n lies under vertebra n.
/// A 64-bit mask holds a set of either.
/// </summary>
internal sealed class Spine
{
    private readonly int[] _start;

    public Spine(IReadOnlyList<Region> regions)
    {
        Regions = regions;
        _start = new int[regions.Count + 1];
        for (var i = 0; i < regions.Count; i++)
        {
            _start[i + 1] = _start[i] + regions[i].Count;
        }
    }

    public IReadOnlyList<Region> Regions { get; }

    /// <summary>Number of the vertebra, or -1 where nobody has it (C8).</summary>
    public int Vertebra(int region, int number)
        => number >= 1 && number <= Regions[region].Count ? _start[region] + number - 1 : -1;

    public int Last => _start[^1] - 1;

    public int RegionOf(int vertebra)
    {
        var region = 0;
        while (vertebra >= _start[region + 1])
        {
            region++;
        }

        return region;
    }

    public string Name(int vertebra)
    {
        var region = RegionOf(vertebra);
        return $"{Regions[region].Letter}{vertebra - _start[region] + 1}";
    }

    public string InterspaceName(int upper) => $"{Name(upper)}-{Name(upper + 1)}";

    public IEnumerable<string> Interspaces(ulong mask)
    {
        for (var i = 0; mask != 0; i++, mask >>= 1)
        {
            if ((mask & 1) != 0)
            {
                yield return InterspaceName(i);
            }
        }
    }

    public IEnumerable<string> Vertebrae(ulong mask)
    {
        for (var i = 0; mask != 0; i++, mask >>= 1)
        {
            if ((mask & 1) != 0)
            {
                yield return Name(i);
            }
        }
    }
}
