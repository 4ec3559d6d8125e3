namespace Laminar.Engine.Levels;

/// <summary>Vertebrae as they are read one by one, and the levels that their separators make of them.</summary>
internal sealed class Chain
{
    private readonly Spine _spine;
    private readonly int _first;
    private ulong _interspaces;
    private ulong _vertebrae;
    private bool _uncertain;
    private string? _raw;
    private int _last;
    private LevelGrammar.Vertebra _lastRead;

    public Chain(Spine spine, LevelGrammar.Vertebra vertebra, int first)
    {
        _spine = spine;
        _first = first;
        Start(vertebra);
    }

    public int End { get; private set; }

    public int Region { get; private set; }

    public int LastNumber => _lastRead.Number;

    public bool LastSpoken => _lastRead.Spoken;

    /// <summary>Whether the item being read has both its ends.</summary>
    public bool IsPair { get; private set; }

    public void Add(LevelGrammar.Vertebra next, LevelGrammar.Link link)
    {
        switch (link)
        {
            case LevelGrammar.Link.List:
                Close();
                Start(next);
                break;
            case LevelGrammar.Link.Beside:
                _uncertain |= next.Heard || !next.Spoken;
                Pair(next);
                break;
            case LevelGrammar.Link.BesideLettered:
                _uncertain |= next.Heard || !(next.Spoken && LastSpoken);
                Pair(next);
                break;
            default:
                Pair(next);
                break;
        }
    }

    public LevelMention? ToMention()
    {
        Close();
        return _interspaces == 0 && _vertebrae == 0 && _raw is null
            ? null
            : new LevelMention(_first, End, _interspaces, _vertebrae, _uncertain, _raw);
    }

    private void Start(LevelGrammar.Vertebra vertebra)
    {
        IsPair = false;
        Take(vertebra);
        _last = _spine.Vertebra(Region, vertebra.Number);
        if (_last < 0)
        {
            StartCollapsed(vertebra);
        }
    }

    /// <summary>"C56", "T910": two numbers run together. "T112" and "C8" are left as they read, to be asked.</summary>
    private void StartCollapsed(LevelGrammar.Vertebra vertebra)
    {
        var (upper, lower) = vertebra.Number switch
        {
            >= 10 and < 100 => (vertebra.Number / 10, vertebra.Number % 10),
            >= 100 and < 1000 when vertebra.Number / 100 is 9 => (9, vertebra.Number % 100),
            >= 1000 and < 10_000 => (vertebra.Number / 100, vertebra.Number % 100),
            _ => (0, 0),
        };
        var (above, below) = (_spine.Vertebra(Region, upper), _spine.Vertebra(Region, lower));
        _uncertain = true;
        if (above >= 0 && below == above + 1)
        {
            _interspaces |= 1UL << above;
            IsPair = true;
            return;
        }

        _raw ??= $"{_spine.Regions[Region].Letter}{vertebra.Number}";
    }

    private void Pair(LevelGrammar.Vertebra next)
    {
        var carried = !next.Lettered;
        var region = next.Region;
        var letter = _spine.Regions[Region].Letter;
        var (from, number) = (_last, LastNumber);
        Take(next);
        var to = _spine.Vertebra(region, next.Number);
        if (to < 0 && carried && from >= 0)
        {
            // "T12-1" and "C7-1" mean the next region's first vertebra, if anything: that is asked.
            _raw ??= $"{letter}{number}-{next.Number}";
            _uncertain = true;
            return;
        }

        if (carried && to >= 0 && from >= 0 && to < from && next.Number == 1 && from + 1 <= _spine.Last && _spine.RegionOf(from + 1) != region)
        {
            to = from + 1;
            _uncertain = true;
        }

        if (from < 0 || to < 0 || from == to)
        {
            _raw ??= $"{letter}{number}-{_spine.Regions[region].Letter}{next.Number}";
            _uncertain = true;
            _last = -1;
            IsPair = true;
            return;
        }

        for (var v = Math.Min(from, to); v < Math.Max(from, to); v++)
        {
            _interspaces |= 1UL << v;
        }

        _last = to;
        IsPair = true;
    }

    private void Take(LevelGrammar.Vertebra vertebra)
    {
        _lastRead = vertebra;
        Region = vertebra.Region;
        End = vertebra.End;
        _uncertain |= vertebra.Heard;
    }

    private void Close()
    {
        if (!IsPair && _last >= 0)
        {
            _vertebrae |= 1UL << _last;
        }
    }
}
