using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Laminar.Web.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Packs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pack_drafts",
                columns: table => new
                {
                    pack = table.Column<string>(type: "text", nullable: false),
                    token = table.Column<Guid>(type: "uuid", nullable: false),
                    @base = table.Column<string>(name: "base", type: "text", nullable: true),
                    author = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    archive = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_drafts", x => x.pack);
                });

            migrationBuilder.CreateTable(
                name: "pack_versions",
                columns: table => new
                {
                    pack = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    archive = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_versions", x => new { x.pack, x.version });
                });

            migrationBuilder.CreateTable(
                name: "pack_uses",
                columns: table => new
                {
                    pack = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    shipped = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_uses", x => new { x.pack, x.number });
                    table.ForeignKey(
                        name: "FK_pack_uses_pack_versions_pack_version",
                        columns: x => new { x.pack, x.version },
                        principalTable: "pack_versions",
                        principalColumns: new[] { "pack", "version" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pack_uses_pack_version",
                table: "pack_uses",
                columns: new[] { "pack", "version" });
            migrationBuilder.Sql(Frozen.Postgres("pack_versions"));
            migrationBuilder.Sql(Frozen.Postgres("pack_uses"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pack_drafts");

            migrationBuilder.DropTable(
                name: "pack_uses");

            migrationBuilder.DropTable(
                name: "pack_versions");
        }
    }
}
