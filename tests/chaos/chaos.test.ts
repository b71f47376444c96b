import { afterAll, expect, test } from "vitest";
import { playSeed } from "./play/play-seed";
import { bundleApp } from "./world/bundle-app";
import { startDatabaseServer } from "./world/database";

/** `CHAOS_SEEDS=a,b` plays these; by default five that nobody has played before. */
const seeds =
  process.env.CHAOS_SEEDS?.split(",") ??
  Array.from({ length: 5 }, (_, index) => `t${Date.now().toString(36)}${index}`);
/** No step begins later; what is on its way then is still delivered and compared. */
const timeBoxMs = 7_000;

const [bundle, server] = await Promise.all([bundleApp(), startDatabaseServer()]);
afterAll(async () => {
  await server.close();
  await bundle.remove();
});

test.each(seeds)("seed %s ends as Stripe's records imply", { timeout: 240_000 }, async (seed) => {
  const size = { members: 3, steps: 40, timeBoxMs };
  const { differences, script } = await playSeed({ seed, bundle: bundle.file, server, ...size });
  const told = differences.length > 0 ? [...differences, `what seed ${seed} did:`, ...script] : [];
  expect(told.join("\n")).toBe("");
});
