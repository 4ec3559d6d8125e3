using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Laminar.Tests;

namespace Laminar.Web.Tests;

/// <summary>Who gets in with which token, through all of the server as it runs.</summary>
public sealed class TokenTests(SignedInServer signedIn) : IClassFixture<SignedInServer>
{
    private const string Public = "/api/sign-in";
    private const string Me = "/api/me";

    private static readonly Account Anyone = new("Dr. A. Name", "Surgeon", "Transcriptionist", "TemplateAuthor", "Administrator");

    private TestDirectory Directory => signedIn.Directory;

    [Fact]
    public async Task Every_endpoint_that_is_described_wants_a_token_but_the_one_that_says_how_to_get_one()
    {
        var nobody = Directory.TokenOf(new Account("N. Obody"));
        foreach (var (method, address) in await EndpointsAsync())
        {
            var (without, roleless) = (await signedIn.SendAsync(method, address, null), await signedIn.SendAsync(method, address, nobody));
            if (address == Public)
            {
                Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (without.StatusCode, roleless.StatusCode));
                continue;
            }

            await AssertNobodyAsync(without);
            await roleless.AssertProblemAsync(HttpStatusCode.Forbidden, "role");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/pane")]
    [InlineData("/studio")]
    [InlineData("/app/api.js")]
    [InlineData("/openapi")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Pages_that_hold_nothing_of_anybody_s_need_none(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await signedIn.SendAsync(HttpMethod.Get, address, null)).StatusCode);

    [Fact]
    public async Task An_address_that_there_is_not_is_not_found_and_not_refused()
    {
        await (await signedIn.SendAsync(HttpMethod.Get, "/api/nothing", null)).AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await signedIn.SendAsync(HttpMethod.Delete, "/api/scans", null)).AssertProblemAsync(HttpStatusCode.MethodNotAllowed, "method");
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("no JSON Web Token")]
    [InlineData("another audience")]
    [InlineData("another directory")]
    [InlineData("another issuer")]
    [InlineData("no issuer")]
    [InlineData("another key under the same id")]
    [InlineData("another key under another id")]
    [InlineData("changed after it was signed")]
    [InlineData("no signature")]
    [InlineData("signed with the public key as a secret")]
    [InlineData("expired")]
    [InlineData("not valid yet")]
    [InlineData("without an end")]
    public async Task A_token_that_is_not_good_is_as_good_as_none_and_nobody_hears_why(string kind)
    {
        var token = Bad(kind);

        await AssertNobodyAsync(await signedIn.SendAsync(HttpMethod.Get, Me, token));
        await AssertNobodyAsync(await signedIn.SendAsync(HttpMethod.Post, Requests.Scans, token, Draft()));
    }

    [Fact]
    public async Task A_good_one_is_good_also_when_it_stands_beside_the_wrong_case_of_its_scheme()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Me, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("bearer", Directory.TokenOf(Anyone));

        Assert.Equal(HttpStatusCode.OK, (await signedIn.Server.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Mail.Read")]
    [InlineData("drafts.scan")]
    [InlineData("Drafts.ScanAll Mail.Read")]
    public async Task A_token_for_something_else_is_refused_whatever_roles_it_has(string? scope)
    {
        var claims = Directory.Claims(Anyone);
        claims.Remove("scp");
        if (scope is not null)
        {
            claims["scp"] = scope;
        }

        await (await signedIn.SendAsync(HttpMethod.Get, Me, Directory.Tokens.Sign(claims))).AssertProblemAsync(HttpStatusCode.Forbidden, "scope");
    }

    [Fact]
    public async Task The_scope_may_stand_among_others()
    {
        var claims = Directory.Claims(Anyone);
        claims["scp"] = "Mail.Read Drafts.Scan";

        Assert.Equal(HttpStatusCode.OK, (await signedIn.SendAsync(HttpMethod.Get, Me, Directory.Tokens.Sign(claims))).StatusCode);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("surgeon", "")]
    [InlineData("SomethingElse", "")]
    [InlineData("Surgeon", "scan answer")]
    [InlineData("Transcriptionist", "scan answer")]
    [InlineData("TemplateAuthor", "scan author")]
    [InlineData("Administrator", "scan author")]
    [InlineData("Surgeon TemplateAuthor", "scan answer author")]
    public async Task A_role_opens_what_it_is_for_and_nothing_else(string roles, string opened)
    {
        var token = Directory.TokenOf(new Account("Dr. A. Name", roles.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        (string Policy, HttpMethod Method, string Address, HttpStatusCode Status)[] all =
        [
            ("scan", HttpMethod.Get, Me, HttpStatusCode.OK),
            ("scan", HttpMethod.Get, "/api/packs", HttpStatusCode.OK),
            ("scan", HttpMethod.Get, "/api/samples", HttpStatusCode.OK),
            ("scan", HttpMethod.Post, Requests.Scans, HttpStatusCode.OK),
            ("scan", HttpMethod.Post, Requests.Annotated, HttpStatusCode.OK),
            ("scan", HttpMethod.Post, Requests.Lint, HttpStatusCode.OK),
            ("answer", HttpMethod.Post, Requests.Applied, HttpStatusCode.UnsupportedMediaType),
            ("answer", HttpMethod.Post, Requests.Insertions, HttpStatusCode.UnsupportedMediaType),
            ("answer", HttpMethod.Post, Requests.Flagged, HttpStatusCode.UnsupportedMediaType),
            ("answer", HttpMethod.Post, Requests.Cleared, HttpStatusCode.OK),
            ("answer", HttpMethod.Post, Requests.Finalized, HttpStatusCode.Conflict),
            ("answer", HttpMethod.Get, "/api/phrases/percutaneous-interlaminar-decompression", HttpStatusCode.OK),
            ("author", HttpMethod.Get, "/api/studio/packs", HttpStatusCode.OK),
            ("author", HttpMethod.Get, "/api/studio/packs/percutaneous-interlaminar-decompression/reports", HttpStatusCode.OK),
        ];

        foreach (var (policy, method, address, status) in all)
        {
            var answer = await signedIn.SendAsync(method, address, token, method == HttpMethod.Post ? Draft() : null);
            if (opened.Split(' ').Contains(policy))
            {
                Assert.True(answer.StatusCode == status, $"{address}: {answer.StatusCode}");
            }
            else
            {
                await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "role");
            }
        }
    }

    [Fact]
    public async Task Of_a_token_nothing_is_written_anywhere()
    {
        var account = new Account("Dr. C. Anary", "Surgeon");
        var token = Directory.TokenOf(account);
        var late = Directory.Claims(account);
        late["exp"] = TestDirectory.Seconds(-600);
        await signedIn.SendAsync(HttpMethod.Get, Me, token);
        await signedIn.SendAsync(HttpMethod.Get, Me, Directory.Tokens.Sign(late));
        await signedIn.SendAsync(HttpMethod.Get, Me, token[..^8]);
        await signedIn.SendAsync(HttpMethod.Get, "/api/studio/packs", token);

        Assert.DoesNotContain("Anary", signedIn.Server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(account.Id, signedIn.Server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("IDX", signedIn.Server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(token[..30], signedIn.Server.Output, StringComparison.Ordinal);
    }

    private string? Bad(string kind)
    {
        var claims = Directory.Claims(Anyone);
        using var other = new Tokens();
        JsonNode? ours = Directory.Tokens.Key["kid"]!.DeepClone();
        return kind switch
        {
            "no token" => null,
            "no JSON Web Token" => "something",
            "another audience" => Directory.Tokens.Sign(With("aud", "00000003-0000-0000-c000-000000000000")),
            "another directory" => Directory.Tokens.Sign(With("tid", Guid.NewGuid().ToString(), With("iss", $"{Directory.Address}{Guid.NewGuid()}/v2.0"))),
            "another issuer" => Directory.Tokens.Sign(With("iss", $"https://sts.example.org/{TestDirectory.Tenant}/v2.0")),
            "no issuer" => Directory.Tokens.Sign(Without("iss")),
            "another key under the same id" => other.Sign(claims, new JsonObject { ["kid"] = ours }),
            "another key under another id" => other.Sign(claims),
            "changed after it was signed" => Changed(Directory.TokenOf(new Account("Dr. A. Name", "Surgeon"))),
            "no signature" => $"{Base64Url.EncodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}"u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}.",
            "signed with the public key as a secret" => Secret(claims),
            "expired" => Directory.Tokens.Sign(With("exp", TestDirectory.Seconds(-600))),
            "not valid yet" => Directory.Tokens.Sign(With("nbf", TestDirectory.Seconds(600))),
            "without an end" => Directory.Tokens.Sign(Without("exp")),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        JsonObject With(string name, JsonNode value, JsonObject? from = null)
        {
            var changed = (from ?? claims).DeepClone().AsObject();
            changed[name] = value;
            return changed;
        }

        JsonObject Without(string name)
        {
            var changed = claims.DeepClone().AsObject();
            changed.Remove(name);
            return changed;
        }
    }

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        claims["roles"] = new JsonArray("Administrator");
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}.{parts[2]}";
    }

    private string Secret(JsonObject claims)
    {
        var key = Directory.Tokens.Key;
        var head = new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = key["kid"]!.DeepClone() };
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(head.ToJsonString()))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Base64Url.DecodeFromChars((string)key["n"]!), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static ByteArrayContent Draft() => Requests.Content(Encoding.UTF8.GetBytes(FictionalDraft.Text), "text/plain");

    private static async Task AssertNobodyAsync(HttpResponseMessage answer)
    {
        var problem = await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "sign-in");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal(Public, problem.Get("signIn"));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    /// <summary>All that the server describes, with made-up ids in the addresses.</summary>
    private async Task<IReadOnlyList<(HttpMethod Method, string Address)>> EndpointsAsync()
    {
        var document = await (await signedIn.SendAsync(HttpMethod.Get, "/openapi/v1.json", null)).JsonAsync();
        var all = document.GetProperty("paths").EnumerateObject()
            .SelectMany(static path => path.Value.EnumerateObject().Select(method => (HttpMethod.Parse(method.Name), path.Name.Replace("{number}", "1", StringComparison.Ordinal).Replace('{', 'x').Replace('}', 'x'))))
            .ToList();
        Assert.True(all.Count > 30);
        return all;
    }
}
