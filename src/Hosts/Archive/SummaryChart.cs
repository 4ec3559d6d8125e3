using System.Globalization;
using System.Xml.Linq;

namespace Laminar.Hosts;

/// <summary>The charts of a summary as inline SVG. Each says in words what it shows, and a table beside it has the numbers.</summary>
internal static class SummaryChart
{
    private const int BarWidth = 260;
    private const int BarHeight = 16;
    private const int Width = 1000;
    private const int Height = 180;
    private const int Left = 44;
    private const int Bottom = 156;
    private const int Top = 12;
    private const int MostLabels = 12;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>How the reports divide into the statuses of one element.</summary>
    public static XElement Bar(ElementCounts element, int reports)
    {
        var at = 0.0;
        var bar = Drawing("bar", BarWidth, BarHeight, $"{element[Engine.ElementStatus.Missing]} of {reports} missing, {element.Answered} answered");
        foreach (var status in ElementCounts.Statuses.Where(status => element[status] > 0))
        {
            var width = (double)element[status] / reports * (BarWidth - 1);
            bar.Add(Box(status, at + 0.5, 0.5, width, BarHeight - 1));
            at += width;
        }

        return bar;
    }

    public static XElement Swatch(string status) => Drawing("", 14, 14, null, Box(status, 0.5, 0.5, 13, 13));

    /// <summary>A column for each month: its reports, and those of them in which something required is open.</summary>
    public static XElement Months(IReadOnlyList<KeyValuePair<string, ReportCounts>> months)
    {
        var most = months.Max(static month => month.Value.Reports);
        var step = (double)(Width - Left) / months.Count;
        var labelled = Math.Max(1, (months.Count + MostLabels - 1) / MostLabels);
        var chart = Drawing("months", Width, Height, $"Reports by month, and those with something required open; {months.Count} months, at most {most} reports");
        chart.Add(Line("grid", Left, Top, Width, Top), Line("axis", Left, Bottom, Width, Bottom), Label(Left - 6, Top + 4, "end", Whole(most)), Label(Left - 6, Bottom + 4, "end", "0"));
        for (var i = 0; i < months.Count; i++)
        {
            var (x, width) = (Left + (i * step) + (step * 0.12), Math.Min(step * 0.76, 48));
            var (all, open) = (Tall(months[i].Value.Reports), Tall(months[i].Value.Open));
            chart.Add(new XElement(Svg + "g", new XElement(Svg + "title", $"{months[i].Key}: {Whole(months[i].Value.Open)} of {Whole(months[i].Value.Reports)} with something required open"),
                Box("all", x, Bottom - all, width, all), Box("open", x, Bottom - open, width, open)));
            if (i % labelled == 0)
            {
                chart.Add(Label(x, Bottom + 16, "start", months[i].Key));
            }
        }

        return new XElement("div", new XAttribute("class", "chart"), chart,
            new XElement("ul", new XAttribute("class", "key"), new XElement("li", Swatch("all"), "Reports"), new XElement("li", Swatch("open"), "Something required open")));

        double Tall(int number) => (double)number / most * (Bottom - Top);
    }

    private static XElement Drawing(string name, int width, int height, string? says, params object[] content) => new(Svg + "svg",
        new XAttribute("class", name), new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
        says is null ? new XAttribute("aria-hidden", "true") : (object[])[new XAttribute("role", "img"), new XAttribute("aria-label", says)], content);

    private static XElement Box(string name, double x, double y, double width, double height) => new(Svg + "rect",
        new XAttribute("class", name), Place("x", x), Place("y", y), Place("width", width), Place("height", height));

    private static XElement Line(string name, double x1, double y1, double x2, double y2) => new(Svg + "path",
        new XAttribute("class", name), new XAttribute("d", string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}L{x2} {y2}")));

    private static XElement Label(double x, double y, string anchor, string text) =>
        new(Svg + "text", new XAttribute("class", "label"), Place("x", x), Place("y", y), new XAttribute("text-anchor", anchor), text);

    private static XAttribute Place(string name, double value) => new(name, value.ToString("0.##", CultureInfo.InvariantCulture));

    private static string Whole(int number) => number.ToString("n0", CultureInfo.InvariantCulture);
}
