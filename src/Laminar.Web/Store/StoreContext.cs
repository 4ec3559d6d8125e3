using System.Text;
using Laminar.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Laminar.Web;

/// <summary>The tables. Each kind of database has a context of its own, because each has its own migrations.</summary>
internal abstract class StoreContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<PackVersion> Versions => Set<PackVersion>();

    public DbSet<PackUse> Uses => Set<PackUse>();

    public DbSet<PackDraft> Drafts => Set<PackDraft>();

    public DbSet<StandardNote> Notes => Set<StandardNote>();

    public DbSet<QuestionCount> Counts => Set<QuestionCount>();

    public DbSet<QuestionReport> Reports => Set<QuestionReport>();

    public DbSet<PersonalPhrase> Phrases => Set<PersonalPhrase>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<ProtectionKey> Keys => Set<ProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTime>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PackVersion>(version => version.ToTable("pack_versions").HasKey(row => new { row.Pack, row.Version }));
        modelBuilder.Entity<PackUse>(use =>
        {
            use.ToTable("pack_uses").HasKey(row => new { row.Pack, row.Number });
            use.HasOne<PackVersion>().WithMany().HasForeignKey(row => new { row.Pack, row.Version }).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<PackDraft>(draft =>
        {
            draft.ToTable("pack_drafts").HasKey(row => row.Pack);
            draft.Property(row => row.Token).IsConcurrencyToken();
        });
        modelBuilder.Entity<StandardNote>(note => note.ToTable("standard_notes").HasKey(row => new { row.Pack, row.Name, row.Number }));
        modelBuilder.Entity<QuestionCount>(count => count.ToTable("question_counts")
            .HasKey(row => new { row.Pack, row.Version, row.Element, row.Kind, row.Event, row.Field, row.Choice }));
        modelBuilder.Entity<QuestionReport>(report => report.ToTable("question_reports").HasIndex(row => row.Pack));
        modelBuilder.Entity<PersonalPhrase>(phrase => phrase.ToTable("personal_phrases").HasKey(row => new { row.Person, row.Pack, row.Element }));
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entries").HasKey(row => row.Number);
            entry.Property(row => row.Number).ValueGeneratedNever();
            entry.HasIndex(row => row.Id).IsUnique();
            entry.HasIndex(row => row.At);
        });
        modelBuilder.Entity<ProtectionKey>(key => key.ToTable("protection_keys").HasKey(row => row.Name));
        NameColumns(modelBuilder);
    }

    /// <summary>As an operator writes them in SQL on either database: lower case, words apart.</summary>
    private static void NameColumns(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            var name = new StringBuilder();
            foreach (var letter in property.Name)
            {
                name.Append(char.IsUpper(letter) && name.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
            }

            property.SetColumnName(name.ToString());
        }
    }

    /// <summary>SQLite gives times back without saying that they are in UTC.</summary>
    private sealed class UtcTime() : ValueConverter<DateTime, DateTime>(time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}

internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StoreContext(options);

internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StoreContext(options)
{
    public DbSet<ArchiveRun> Runs => Set<ArchiveRun>();

    public DbSet<ArchivePart> Parts => Set<ArchivePart>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ArchiveRun>(run => run.ToTable("archive_runs").HasKey(row => row.Id));
        modelBuilder.Entity<ArchivePart>(part =>
        {
            part.ToTable("archive_parts").HasKey(row => new { row.Run, row.Number });
            part.HasOne<ArchiveRun>().WithMany().HasForeignKey(row => row.Run).OnDelete(DeleteBehavior.Cascade);
        });
        base.OnModelCreating(modelBuilder);
    }
}
