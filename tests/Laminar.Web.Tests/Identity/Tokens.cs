using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Laminar.Web.Tests;

/// <summary>Signs tokens as Entra ID does (RS256), and lets anything in them be otherwise.</summary>
public sealed class Tokens : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly string id = Guid.NewGuid().ToString("N");

    /// <summary>The public half, as the directory publishes it.</summary>
    public JsonObject Key
    {
        get
        {
            var half = key.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = id,
                ["n"] = Base64Url.EncodeToString(half.Modulus), ["e"] = Base64Url.EncodeToString(half.Exponent),
            };
        }
    }

    /// <param name="header">What the header says otherwise than usual.</param>
    public string Sign(JsonObject claims, JsonObject? header = null)
    {
        var all = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = id };
        foreach (var (name, value) in header ?? [])
        {
            all[name] = value?.DeepClone();
        }

        var signed = $"{Part(all)}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public void Dispose() => key.Dispose();

    private static string Part(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
