namespace Laminar.Benchmarks;

/// <summary>Writing, against unzipping, parsing and zipping the same file.</summary>
internal static class WriteTable
{
    public static int Run()
    {
        var summary = Bench.Run<WriteBenchmarks>();
        var floor = Bench.Median(summary, nameof(WriteBenchmarks.UnzipParseAndZip));
        var table = new Table();
        Row("annotate with suggestions, against unzip, parse, zip", nameof(WriteBenchmarks.Annotate));
        Row("annotate with questions, against unzip, parse, zip", nameof(WriteBenchmarks.Ask));
        return table.End();

        void Row(string what, string method)
        {
            var median = Bench.Median(summary, method);
            table.AtMost(what, Bench.Micro(median), Bench.Micro(floor), median / floor, 3);
        }
    }
}
