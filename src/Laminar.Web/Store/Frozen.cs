namespace Laminar.Web.Store;

/// <summary>
/// Rows that are written once: the database itself refuses to change or delete one, whoever asks. For the migrations alone; what a
/// migration has done is never changed, so neither is this.
/// </summary>
internal static class Frozen
{
    private const string Sentence = "What was published is never changed or deleted.";

    public static string Sqlite(string table) => string.Concat(new[] { "UPDATE", "DELETE" }.Select(change =>
        $"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{Sentence}'); END;\n"));

    public static string Postgres(string table) => $"""
        CREATE OR REPLACE FUNCTION laminar_frozen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION USING MESSAGE = $m${Sentence}$m$; END';
        CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION laminar_frozen();
        CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION laminar_frozen();
        """;
}
