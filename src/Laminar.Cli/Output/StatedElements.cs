using Laminar.Engine;

namespace Laminar.Cli;

internal static class StatedElements
{
    /// <summary>Whether the draft answers for the element: "not done" does so as well as "done".</summary>
    public static bool IsStated(this ElementResult element) => element.Status is ElementStatus.Documented or ElementStatus.NotPerformed;
}
