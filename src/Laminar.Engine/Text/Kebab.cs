using System.Text;

namespace Laminar.Engine.Text;

/// <summary>How packs and results write the names of enumerations.</summary>
internal static class Kebab
{
    /// <summary>"TimeOut" is written "time-out".</summary>
    public static string Of(string name)
    {
        var kebab = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
