using System.Reflection;

namespace Laminar.Web.Tests;

/// <summary>What checks the browser's code and pages: packages that tests/run.sh restores and the product does not use.</summary>
internal static class NodeTools
{
    public static string Folder { get; } = Path.Combine(
        typeof(NodeTools).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "Repository").Value!,
        "tests", "types", "node_modules");
}
