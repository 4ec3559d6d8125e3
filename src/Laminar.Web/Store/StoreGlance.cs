using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Laminar.Web;

/// <param name="Shipped">Whether a server put it in use by itself.</param>
/// <param name="At">When it came in use.</param>
/// <param name="Before">The version in use before; null where there was none, or where this one is only back again.</param>
internal readonly record struct VersionInUse(string Pack, string Version, string Hash, bool Shipped, DateTime At, string? Before);

/// <summary>
/// What the server reads from the store at its start and twice a second, in plain SQL that both databases take: EF would cost each start
/// half a second before the first query is answered.
/// </summary>
internal sealed class StoreGlance(StoreSettings settings)
{
    private const string InUse = """
        SELECT u.pack, u.version, v.hash, u.shipped, u.at,
            (SELECT prior.version FROM pack_uses prior WHERE prior.pack = u.pack AND prior.number = u.number - 1
                AND NOT EXISTS (SELECT 1 FROM pack_uses earlier WHERE earlier.pack = u.pack AND earlier.version = u.version AND earlier.number < u.number))
        FROM pack_uses u JOIN pack_versions v ON v.pack = u.pack AND v.version = u.version
        WHERE NOT EXISTS (SELECT 1 FROM pack_uses later WHERE later.pack = u.pack AND later.number > u.number)
        """;

    /// <summary>Whether the tables are those of this server, and hold all that came with it. False where anything is in doubt.</summary>
    public async Task<bool> IsCurrentAsync(IReadOnlyList<ShelvedPack> shipped, CancellationToken cancellation)
    {
        try
        {
            var migrations = await ReadAsync("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", row => row.GetString(0), cancellation);
            if (!Migrations().All(migrations.Contains))
            {
                return false;
            }

            var known = await ReadAsync("SELECT pack, hash FROM pack_versions", row => (row.GetString(0), row.GetString(1)), cancellation);
            var inUse = (await InUseAsync(cancellation)).ToDictionary(use => use.Pack);
            return shipped.All(pack => known.Contains((pack.Id, pack.Hash)) && inUse.TryGetValue(pack.Id, out var use) && (!use.Shipped || use.Hash == pack.Hash));
        }
        catch (DbException)
        {
            // No file, no table, no database: whoever makes them says what is wrong.
            return false;
        }
    }

    /// <summary>
    /// The hashes of all versions that came into the store, which takes none whose examples fail by the engine of that day; empty where
    /// it does not answer at once.
    /// </summary>
    public async Task<IReadOnlySet<string>> TriedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            return (await ReadAsync("SELECT hash FROM pack_versions", row => row.GetString(0), patience.Token)).ToHashSet();
        }
        catch (Exception problem) when (problem is DbException or OperationCanceledException or TimeoutException)
        {
            return new HashSet<string>();
        }
    }

    public Task<List<VersionInUse>> InUseAsync(CancellationToken cancellation) =>
        ReadAsync(InUse, row => new VersionInUse(row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3),
            DateTime.SpecifyKind(row.GetDateTime(4), DateTimeKind.Utc), row.IsDBNull(5) ? null : row.GetString(5)), cancellation);

    public async Task<byte[]> ArchiveAsync(string pack, string version, CancellationToken cancellation) =>
        (await ReadAsync("SELECT archive FROM pack_versions WHERE pack = @p0 AND version = @p1", row => (byte[])row[0], cancellation, pack, version))[0];

    /// <summary>The last entry of the audit trail; null where there is none.</summary>
    public async Task<(long Number, string Hash)?> AuditHeadAsync(CancellationToken cancellation) =>
        await ReadAsync("SELECT number, hash FROM audit_entries ORDER BY number DESC LIMIT 1", row => (row.GetInt64(0), row.GetString(1)), cancellation) is [var head, ..] ? head : null;

    /// <summary>Changes with each change of anybody's phrases.</summary>
    public async Task<string> PhrasesMarkAsync(CancellationToken cancellation) =>
        (await ReadAsync("SELECT count(*), max(at) FROM personal_phrases", row => $"{row[0]} {(row[1] is DateTime time ? time.Ticks : row[1])}", cancellation))[0];

    public Task<List<(string Person, string Pack, string Element, string Phrase)>> PhrasesAsync(CancellationToken cancellation) => ReadAsync(
        "SELECT person, pack, element, phrase FROM personal_phrases", row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)), cancellation);

    private async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellation, params string[] values)
    {
        await using DbConnection connection = settings.Postgres is { } postgres ? new NpgsqlConnection(postgres) : new SqliteConnection(settings.SqliteThatExists);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        // None of it comes from a request.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var at = 0; at < values.Length; at++)
        {
            var value = command.CreateParameter();
            (value.ParameterName, value.Value) = ($"@p{at}", values[at]);
            command.Parameters.Add(value);
        }

        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private IEnumerable<string> Migrations()
    {
        var kind = settings.Postgres is null ? "Laminar.Web.Migrations.Sqlite" : "Laminar.Web.Migrations.Postgres";
        return typeof(StoreGlance).Assembly.GetTypes().Where(type => type.Namespace == kind)
            .SelectMany(type => type.GetCustomAttributes(typeof(MigrationAttribute), inherit: false).Cast<MigrationAttribute>())
            .Select(migration => migration.Id);
    }
}
