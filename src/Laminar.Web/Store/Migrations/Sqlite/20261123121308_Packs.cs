using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Laminar.Web.Migrations.Sqlite
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
                    pack = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<Guid>(type: "TEXT", nullable: false),
                    @base = table.Column<string>(name: "base", type: "TEXT", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    archive = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_drafts", x => x.pack);
                });

            migrationBuilder.CreateTable(
                name: "pack_versions",
                columns: table => new
                {
                    pack = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    archive = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pack_versions", x => new { x.pack, x.version });
                });

            migrationBuilder.CreateTable(
                name: "pack_uses",
                columns: table => new
                {
                    pack = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    shipped = table.Column<bool>(type: "INTEGER", nullable: false)
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
            migrationBuilder.Sql(Frozen.Sqlite("pack_versions", "pack", "version"));
            migrationBuilder.Sql(Frozen.Sqlite("pack_uses", "pack", "number"));
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
