namespace Laminar.Web;

/// <summary>
/// Rows that are written once: the database itself refuses to change or delete one, whoever asks. For the migrations alone; what a
/// migration has done is never changed, so neither is this.
/// </summary>
internal static class Frozen
{
    private const string Sentence = "What was published is never changed or deleted.";

    /// <param name="key">The table's key: INSERT OR REPLACE, which no other trigger sees, finds a row by it.</param>
    public static string Sqlite(string table, params string[] key) => $"""
        CREATE TRIGGER {table}_once BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {string.Join(" AND ", key.Select(column => $"{column} = NEW.{column}"))})
        BEGIN SELECT RAISE(ABORT, '{Sentence}'); END;
        CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{Sentence}'); END;
        CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{Sentence}'); END;
        """;

    /// <summary>Beside the key, where rows are unique by a column more: INSERT OR REPLACE finds a row by that too.</summary>
    public static string SqliteAlsoBy(string table, string column) => $"""
        CREATE TRIGGER {table}_once_{column} BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {column} = NEW.{column})
        BEGIN SELECT RAISE(ABORT, '{Sentence}'); END;
        """;

    public static string Postgres(string table) => $"""
        CREATE OR REPLACE FUNCTION laminar_frozen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION USING MESSAGE = $m${Sentence}$m$; END';
        CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION laminar_frozen();
        CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION laminar_frozen();
        """;
}
