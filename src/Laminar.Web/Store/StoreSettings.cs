using Microsoft.Data.Sqlite;

namespace Laminar.Web;

/// <summary>Where the store is: PostgreSQL where a connection string names it, else one SQLite file.</summary>
/// <param name="Postgres">The setting <c>ConnectionStrings:Laminar</c>, or null.</param>
/// <param name="File">The setting <c>Store:File</c>; by default <c>laminar.db</c> beside the program.</param>
internal sealed record StoreSettings(string? Postgres, string File)
{
    public string Sqlite => new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = 10 }.ToString();

    /// <summary>The same, and no file is made where there is none.</summary>
    public string SqliteThatExists => new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = 10, Mode = SqliteOpenMode.ReadWrite }.ToString();

    public static StoreSettings Of(IConfiguration configuration, string root)
    {
        var told = configuration["Store:File"];
        return new StoreSettings(
            configuration.GetConnectionString("Laminar") is { Length: > 0 } postgres ? postgres : null,
            Path.GetFullPath(string.IsNullOrEmpty(told) ? "laminar.db" : told, root));
    }
}
