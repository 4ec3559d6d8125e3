using System.Globalization;
using System.Text;
using System.Text.Json;
using Laminar.Word;

namespace Laminar.Web;

/// <summary>
/// The answers that were refused, beside a body that is a file: a list in JSON, in ASCII alone. Servers on the way allow a few
/// thousand bytes of headers, so what no longer fits is left out, and a second header has the whole number.
/// </summary>
internal static class RefusedHeader
{
    public const string Name = "Laminar-Refused";
    public const string CountName = "Laminar-Refused-Count";

    private const int MostLetters = 3000;

    // Ids of the scan are shorter; what is longer was made up by the client.
    private const int MostOfId = 100;

    public static void Set(IHeaderDictionary headers, IReadOnlyList<RefusedAnswer> refused)
    {
        headers[Name] = List(refused);
        headers[CountName] = refused.Count.ToString(CultureInfo.InvariantCulture);
    }

    private static string List(IReadOnlyList<RefusedAnswer> refused)
    {
        var list = new StringBuilder("[");
        foreach (var one in refused.Select(Item).TakeWhile(item => list.Length + item.Length < MostLetters))
        {
            list.Append(list.Length > 1 ? "," : "").Append(one);
        }

        return list.Append(']').ToString();
    }

    private static string Item(RefusedAnswer refused) =>
        JsonSerializer.Serialize(refused with { Finding = Shortened(refused.Finding) }, ApiJson.Default.RefusedAnswer);

    private static string Shortened(string id) => id.Length > MostOfId ? id[..MostOfId] : id;
}
