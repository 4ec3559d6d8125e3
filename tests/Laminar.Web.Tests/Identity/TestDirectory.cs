using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Laminar.Web.Tests;

/// <summary>Somebody who has an account.</summary>
public sealed record Account(string Name, params string[] Roles)
{
    public string Id { get; init; } = Guid.NewGuid().ToString();
}

/// <summary>
/// A directory that people sign in at, over https on localhost: metadata, keys, and the authorization code flow with PKCE, as the pages of
/// Entra ID serve it. The server under test trusts its certificate by the environment alone, as it would trust a hospital's own authority.
/// </summary>
public sealed class TestDirectory : IAsyncLifetime
{
    public const string Tenant = "7d9f3a52-6a1e-4b0c-9d7e-2f4c1b8a0e11";
    public const string Client = "c1f0a8d4-93b7-4e52-8a66-5b7d20e4f9aa";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("laminar-directory-").FullName;
    private readonly ConcurrentDictionary<string, (JsonObject Asked, Account Account)> codes = new();
    private WebApplication? app;

    public Tokens Tokens { get; } = new();

    public Uri Address { get; private set; } = new("https://localhost");

    public string Issuer => $"{Address}{Tenant}/v2.0";

    /// <summary>Who types a password when the sign-in page comes; null is somebody who has no account.</summary>
    public Account? AtTheKeyboard { get; set; }

    /// <summary>How long a page may use a token that it gets, in seconds.</summary>
    public int TokensLast { get; set; } = 3600;

    /// <summary>How often somebody came to the sign-in page.</summary>
    public int Visits { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(MakeCertificate())));
        app = builder.Build();
        app.Use(static (context, next) =>
        {
            // Entra ID lets a page ask for its token.
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers.AccessControlAllowHeaders = "*";
            return HttpMethods.IsOptions(context.Request.Method) ? Task.CompletedTask : next(context);
        });
        app.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", () => Json(Metadata()));
        app.MapGet("/{tenant}/discovery/v2.0/keys", () => Json(new JsonObject { ["keys"] = new JsonArray(Tokens.Key) }));
        app.MapGet("/{tenant}/oauth2/v2.0/authorize", Authorize);
        app.MapPost("/{tenant}/oauth2/v2.0/token", GiveTokensAsync);
        await app.StartAsync();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        Address = new Uri($"https://localhost:{port}/");
    }

    public async ValueTask DisposeAsync()
    {
        await app!.DisposeAsync();
        Tokens.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>A server that lets people in from here, in ASP.NET's own environment.</summary>
    public Task<WebServer> StartServerAsync(params string[] arguments) => WebServer.StartInAsync(
        [new("ASPNETCORE_ENVIRONMENT", null), new("SSL_CERT_FILE", Path.Combine(folder, "authority.pem"))],
        ["--urls=http://127.0.0.1:0", .. Settings, .. arguments]);

    public string[] Settings => [$"--AzureAd:Instance={Address}", $"--AzureAd:TenantId={Tenant}", $"--AzureAd:ClientId={Client}"];

    /// <summary>What an access token for Laminar says.</summary>
    public JsonObject Claims(Account account) => new()
    {
        ["aud"] = Client, ["iss"] = Issuer, ["tid"] = Tenant, ["ver"] = "2.0", ["oid"] = account.Id, ["sub"] = account.Id,
        ["name"] = account.Name, ["scp"] = "Drafts.Scan", ["roles"] = new JsonArray([.. account.Roles.Select(role => JsonValue.Create(role))]),
        ["iat"] = Seconds(-60), ["nbf"] = Seconds(-60), ["exp"] = Seconds(3600),
    };

    public string TokenOf(Account account) => Tokens.Sign(Claims(account));

    /// <summary>A moment as tokens say it.</summary>
    public static long Seconds(int fromNow) => DateTimeOffset.UtcNow.AddSeconds(fromNow).ToUnixTimeSeconds();

    private JsonObject Metadata() => new()
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = $"{Address}{Tenant}/oauth2/v2.0/authorize",
        ["token_endpoint"] = $"{Address}{Tenant}/oauth2/v2.0/token",
        ["end_session_endpoint"] = $"{Address}{Tenant}/oauth2/v2.0/logout",
        ["jwks_uri"] = $"{Address}{Tenant}/discovery/v2.0/keys",
        ["response_types_supported"] = new JsonArray("code"),
        ["response_modes_supported"] = new JsonArray("query", "fragment", "form_post"),
        ["subject_types_supported"] = new JsonArray("pairwise"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    };

    /// <summary>The sign-in page: back at once, with a code, or with the reason why there is none.</summary>
    private IResult Authorize(HttpRequest request)
    {
        Visits++;
        var asked = new JsonObject(request.Query.Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value.ToString())));
        var back = new Dictionary<string, string> { ["state"] = (string)asked["state"]! };
        if (AtTheKeyboard is { } account)
        {
            back["code"] = Guid.NewGuid().ToString("N");
            codes[back["code"]] = (asked, account);
        }
        else
        {
            back["error"] = (string?)asked["prompt"] == "none" ? "login_required" : "access_denied";
            back["error_description"] = "Nobody is signed in.";
        }

        return Results.Redirect($"{asked["redirect_uri"]}#{string.Join('&', back.Select(static one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"))}");
    }

    private async Task<IResult> GiveTokensAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!codes.TryRemove(form["code"].ToString(), out var begun) || !Verifies(form["code_verifier"].ToString(), (string)begun.Asked["code_challenge"]!))
        {
            return Results.Json(new { error = "invalid_grant", error_description = "No such code." }, statusCode: 400);
        }

        var account = begun.Account;
        var identity = Claims(account);
        identity["nonce"] = (string)begun.Asked["nonce"]!;
        identity["preferred_username"] = "someone@example.org";
        return Json(new JsonObject
        {
            ["token_type"] = "Bearer", ["expires_in"] = TokensLast, ["ext_expires_in"] = TokensLast, ["scope"] = (string)begun.Asked["scope"]!,
            ["access_token"] = TokenOf(account), ["id_token"] = Tokens.Sign(identity), ["refresh_token"] = Guid.NewGuid().ToString("N"),
            ["client_info"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(new JsonObject { ["uid"] = account.Id, ["utid"] = Tenant }.ToJsonString())),
        });
    }

    private static bool Verifies(string verifier, string challenge) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), "application/json");

    private X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "authority.pem"), made.ExportCertificatePem());
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
