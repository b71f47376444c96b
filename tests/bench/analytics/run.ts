import { parseArgs } from "node:util";
import { applyMigrations } from "@/lib/db/migrate/migrate";
import { BenchServer } from "./bench-server";
import { fill } from "./fill/fill";

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "100000" },
    payments: { type: "string", default: "1000000" },
    entries: { type: "string", default: "10000000" },
    runs: { type: "string", default: "3000000" },
    folder: { type: "string" },
  },
});
const [people, payments, entries, runs] = [
  options.people,
  options.payments,
  options.entries,
  options.runs,
].map(Number) as [number, number, number, number];
const note = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const server = await BenchServer.start(options.folder);
  try {
    if (server.fresh) {
      await applyMigrations(server.url);
      const start = performance.now();
      await fill(server.url, { people, payments, entries, runs }, note);
      note(`loaded in ${((performance.now() - start) / 1000).toFixed(1)} s; ${server.url}`);
    }
  } finally {
    await server.stop();
  }
}

await main();
