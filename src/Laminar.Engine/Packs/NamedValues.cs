using System.Collections;
using Laminar.Engine.Text;

namespace Laminar.Engine.Packs;

/// <summary>
/// The names that authors write for the values of an enumeration. A dictionary of values that are no objects would have its code
/// prepared at every start; there are few names, and a search from the first is as quick.
/// </summary>
internal sealed class NamedValues<T> : IEnumerable
    where T : struct, Enum
{
    private readonly List<string> _names = [];
    private readonly List<object> _values = [];

    public IReadOnlyList<string> Names => _names;

    public T this[string name]
    {
        set
        {
            _names.Add(name);
            _values.Add(value);
        }
    }

    public static NamedValues<T> All() => From(0);

    /// <summary>All but the first value, which stands for none of them.</summary>
    public static NamedValues<T> AllButFirst() => From(1);

    public bool TryGetValue(string name, out T value)
    {
        var at = _names.IndexOf(name);
        value = at < 0 ? default : (T)_values[at];
        return at >= 0;
    }

    IEnumerator IEnumerable.GetEnumerator() => _names.GetEnumerator();

    private static NamedValues<T> From(int first)
    {
        var named = new NamedValues<T>();
        var (names, values) = (Enum.GetNames<T>(), Enum.GetValues<T>());
        for (var i = first; i < names.Length; i++)
        {
            named[Kebab.Of(names[i])] = values[i];
        }

        return named;
    }
}
