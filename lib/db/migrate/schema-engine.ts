import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { Pool } from "pg";
import { wholeScriptAdapter } from "./whole-script-adapter";

type WasmExports = { __wbindgen_start(): void };
type Bindings = typeof bindings & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

/**
 * The engine's lock timeout is a 10 s timer that it never clears; unreferenced, it no longer keeps a finished
 * process alive.
 */
function withUnreferencedTimers(glue: Bindings): WebAssembly.ModuleImports {
  const imports = Object.entries(glue) as [string, (...args: unknown[]) => unknown][];
  return Object.fromEntries(
    imports.map(([name, call]) =>
      name.startsWith("__wbg_setTimeout")
        ? [name, (...args: unknown[]) => (call(...args) as NodeJS.Timeout).unref()]
        : [name, call],
    ),
  );
}

type SchemaEngine = Awaited<ReturnType<typeof bindings.SchemaEngine.new>>;

let ready: Promise<void> | undefined;

async function instantiate(): Promise<void> {
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const compiled = await WebAssembly.compile(await readFile(path.replace(/\.js$/, ".wasm")));
  const glue = bindings as Bindings;
  const instance = await WebAssembly.instantiate(compiled, {
    "./schema_engine_bg.js": withUnreferencedTimers(glue),
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as WasmExports).__wbindgen_start();
}

/**
 * Runs `work` with Prisma's own migration engine as WebAssembly, so that migrations run where its native engine
 * cannot be downloaded. It keeps Prisma's `_prisma_migrations` table: `prisma migrate deploy` stays usable.
 * Every connection it opened is closed when `work` settles.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  datamodels: [path: string, text: string][],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  ready ??= instantiate();
  await ready;
  const pool = new Pool({ connectionString, max: 2 });
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScriptAdapter(pool));
  const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}
