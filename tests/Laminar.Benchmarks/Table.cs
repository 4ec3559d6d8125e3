namespace Laminar.Benchmarks;

/// <summary>The figures that were promised, beside the ones measured now.</summary>
internal sealed class Table
{
    private int missed;

    public Table() => Console.WriteLine($"\n{"what",-58}{"measured",14}{"against",14}{"figure",12}{"limit",12}");

    /// <param name="figure">Ratio or amount that the limit is about.</param>
    public void AtMost(string what, string measured, string against, double figure, double limit) =>
        Row(what, measured, against, figure, $"≤ {limit:0.##}", figure <= limit);

    public void AtLeast(string what, string measured, string against, double figure, double limit) =>
        Row(what, measured, against, figure, $"≥ {limit:0.##}", figure >= limit);

    /// <summary>0 where all limits hold.</summary>
    public int End()
    {
        Console.WriteLine();
        return missed == 0 ? 0 : 1;
    }

    private void Row(string what, string measured, string against, double figure, string limit, bool holds)
    {
        Console.WriteLine($"{what,-58}{measured,14}{against,14}{figure,12:0.00}{limit,12}  {(holds ? "holds" : "MISSED")}");
        missed += holds ? 0 : 1;
    }
}
