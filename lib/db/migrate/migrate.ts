import { runMigrations } from "graphile-worker";
import { createPool } from "../pool";
import { readDatamodels, readMigrations } from "./migration-files";
import { withSchemaEngine } from "./schema-engine";

const filters = { externalTables: [], externalEnums: [] };

/**
 * Applies every pending migration, then the job queue's own. Idempotent: a second run applies nothing.
 * @returns names of the migrations applied by this call
 */
export async function applyMigrations(connectionString: string, root = process.cwd()): Promise<string[]> {
  const applied = await withSchemaEngine(connectionString, await readDatamodels(root), async (engine) => {
    const migrationsList = await readMigrations(root);
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  });
  const pgPool = createPool(connectionString, 2);
  await runMigrations({ pgPool });
  await pgPool.end();
  return applied;
}

/**
 * The SQL that builds `prisma/schema` in an empty database: the source of a new migration's tables, and what
 * the drift test compares the migrations with. (The engine cannot describe a live PostgreSQL through the
 * driver adapter: it fails on empty `"char"` columns of the catalog.)
 */
export async function renderSchemaSql(connectionString: string, root = process.cwd()): Promise<string> {
  const datamodels = await readDatamodels(root);
  const files = datamodels.map(([path, content]) => ({ path, content }));
  return withSchemaEngine(connectionString, datamodels, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    });
    return stdout ?? "";
  });
}
