using System.Globalization;
using System.Text.RegularExpressions;

namespace Laminar.Web;

/// <summary>Versions of packs as https://semver.org has them.</summary>
internal static partial class PackNumber
{
    public static bool IsValid(string version) => version.Length <= 60 && Form().IsMatch(version);

    /// <summary>By precedence: what follows a plus counts for nothing.</summary>
    public static int Compare(string a, string b)
    {
        var (left, right) = (Form().Match(a), Form().Match(b));
        if (!left.Success || !right.Success)
        {
            return string.CompareOrdinal(a, b);
        }

        foreach (var part in new[] { "major", "minor", "patch" })
        {
            if (Number(left, part).CompareTo(Number(right, part)) is not 0 and var order)
            {
                return order;
            }
        }

        var (early, other) = (left.Groups["early"].Value, right.Groups["early"].Value);
        return early.Length == 0 || other.Length == 0 ? other.Length.CompareTo(early.Length) : CompareEarly(early.Split('.'), other.Split('.'));
    }

    /// <summary>What may follow the highest of some versions: a slip mended, something added, something that authors have to know of.</summary>
    public static IReadOnlyList<string> Next(IEnumerable<string> versions)
    {
        var highest = versions.Where(IsValid).Order(Comparer<string>.Create(Compare)).LastOrDefault();
        if (highest is null)
        {
            return ["1.0.0"];
        }

        var form = Form().Match(highest);
        var (major, minor, patch) = (Number(form, "major"), Number(form, "minor"), Number(form, "patch"));
        return [Write(major, minor, patch + 1), Write(major, minor + 1, 0), Write(major + 1, 0, 0)];
    }

    private static string Write(long major, long minor, long patch) => string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}.{patch}");

    private static long Number(Match form, string part) => long.Parse(form.Groups[part].ValueSpan, CultureInfo.InvariantCulture);

    private static int CompareEarly(string[] a, string[] b)
    {
        for (var at = 0; at < Math.Min(a.Length, b.Length); at++)
        {
            var order = (long.TryParse(a[at], CultureInfo.InvariantCulture, out var left), long.TryParse(b[at], CultureInfo.InvariantCulture, out var right)) switch
            {
                (true, true) => left.CompareTo(right),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(a[at], b[at]),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    [GeneratedRegex(@"^(?<major>0|[1-9]\d{0,8})\.(?<minor>0|[1-9]\d{0,8})\.(?<patch>0|[1-9]\d{0,8})(-(?<early>[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
