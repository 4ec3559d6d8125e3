using System.Text;

namespace Laminar.Web.Tests.Canaries;

/// <summary>A sentence that stands nowhere else in the world, another one for each way by which it goes in.</summary>
internal static class Canary
{
    /// <summary>In each sentence that must be found nowhere.</summary>
    public const string Never = "Quillzephyrine";

    /// <summary>
    /// In each that is kept on purpose, in the store and nowhere else: the sentence that a reporter adds, a person's own phrase, packs and
    /// standard notes, which are templates, and the reasons that authors give each other.
    /// </summary>
    public const string Kept = "Larkumbrielle";

    /// <param name="channel">Letters alone: by them a test says how the sentence got out.</param>
    public static string Sentence(string channel) => $"The patient {Never}{channel} was taken to recovery.";

    public static byte[] Bytes(string channel) => Encoding.UTF8.GetBytes(Sentence(channel));
}
