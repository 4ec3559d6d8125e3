using Laminar.Hosts;

namespace Laminar.Cli.Tests;

public sealed class LineDiffTests
{
    [Fact]
    public void Of_any_two_texts_it_gives_both_back_with_no_more_changes_than_needed()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var (from, to) = (Text(random), Text(random));

            var lines = LineDiff.Of(from, to);

            Assert.Equal(from, Join(lines, "+"));
            Assert.Equal(to, Join(lines, "-"));
            Assert.Equal(lines.Count(line => line.Op == " "), Common(Split(from), Split(to)));
            Assert.Equal(Enumerable.Range(1, Split(from).Length), lines.Where(line => line.From is not null).Select(line => line.From!.Value));
            Assert.Equal(Enumerable.Range(1, Split(to).Length), lines.Where(line => line.To is not null).Select(line => line.To!.Value));
        }
    }

    [Fact]
    public void Texts_with_nothing_in_common_are_taken_out_and_put_in_however_long_they_are()
    {
        var (from, to) = (string.Concat(Enumerable.Range(0, 5000).Select(number => $"a{number}\n")), string.Concat(Enumerable.Range(0, 5000).Select(number => $"b{number}\n")));

        Assert.Equal(10_000, LineDiff.Of(from, to).Count(line => line.Op != " "));
    }

    [Fact]
    public void A_last_line_without_an_end_is_another_line() =>
        Assert.Equal(["-", "+"], LineDiff.Of("a\n", "a").Select(line => line.Op));

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => $"{(char)('a' + random.Next(4))}\n"));

    private static string Join(IEnumerable<DiffLine> lines, string without) => string.Concat(lines.Where(line => line.Op != without).Select(line => line.Text + "\n"));

    private static string[] Split(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static int Common(string[] a, string[] b)
    {
        var longest = new int[a.Length + 1, b.Length + 1];
        for (var x = 1; x <= a.Length; x++)
        {
            for (var y = 1; y <= b.Length; y++)
            {
                longest[x, y] = a[x - 1] == b[y - 1] ? longest[x - 1, y - 1] + 1 : Math.Max(longest[x - 1, y], longest[x, y - 1]);
            }
        }

        return longest[a.Length, b.Length];
    }
}
