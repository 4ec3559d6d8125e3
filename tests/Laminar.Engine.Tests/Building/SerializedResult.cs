using System.Text.Encodings.Web;
using System.Text.Json;

namespace Laminar.Engine.Tests;

/// <summary>How the serializer writes a result: what the API's description promises, and <see cref="ResultWriter"/> has to match.</summary>
internal static class SerializedResult
{
    public static JsonSerializerOptions Line { get; } = Options(indented: false);

    public static JsonSerializerOptions Indented { get; } = Options(indented: true);

    private static JsonSerializerOptions Options(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}
