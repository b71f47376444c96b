import { createContext } from "@/lib/context";
import { syncCatalog } from "@/lib/catalog";
import { applyMigrations } from "@/lib/db/migrate/migrate";
import { loadEnv } from "@/lib/env";
import { seedDatabase } from "@/prisma/seed/seed-database";
import { step } from "../../scripts/steps.mjs";
import { importDemoYear } from "./demo-year/import-demo-year";

/** Brings the database and the catalogue to what the code expects. Every step repeats without effect. */
export async function prepareData(env: NodeJS.ProcessEnv, isLocal: boolean): Promise<void> {
  const settings = loadEnv(env);
  await step("Migrations", async () => {
    const applied = await applyMigrations(settings.DATABASE_URL);
    return applied.length > 0 ? `${applied.length} applied` : "none pending";
  });
  const ctx = createContext({ ...settings, LOG_LEVEL: "error", CLOCK_URL: undefined });
  try {
    await step("Catalogue in Stripe", async () => {
      const { changes } = await syncCatalog(ctx);
      return changes.length > 0 ? `${changes.length} changes` : "up to date";
    });
    // A database of your own is never filled with demo people whose password is public.
    if (!isLocal) return;
    await step("Demo data", () => seedDatabase(ctx.db));
    // A Stripe account of your own gets no customer that you did not make.
    const { STRIPE_API_BASE: stripeUrl } = settings;
    if (stripeUrl) await step("Demo data in Stripe", () => importDemoYear(ctx, stripeUrl));
  } finally {
    await ctx.db.close();
  }
}
