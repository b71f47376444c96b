import { packs } from "@/lib/catalog/catalog";
import { cannedRun } from "./canned-run";
import { createChance } from "./chance";
import { recordPayment } from "./record-payment";
import { recordRun } from "./record-run";
import type { StoryEvent } from "./story";
import { addDays } from "./story-time";

const [pack100] = packs;

export function benJoinedAt(now: Date): Date {
  return addDays(now, -24);
}

/** One pack and a handful of runs. */
export function benStory(userId: string, now: Date): StoryEvent[] {
  const chance = createChance(77);
  const { amountMinor, currency } = pack100.price;
  const purchase: StoryEvent = {
    at: addDays(now, -23),
    happen: (ctx) =>
      recordPayment(ctx, {
        ...{ userId, name: "ben_01", kind: "purchase", description: pack100.name, credits: pack100.credits },
        ...{ amountMinor, currency, card: { brand: "mastercard", last4: "4444" } },
        grant: { key: "pi:pi_seed_ben_01", kind: "payg" },
      }),
  };
  const runs = [-22.6, -19.2, -11.4, -3.8, -0.9].map((days, index): StoryEvent => {
    const run = cannedRun(chance, 9_000);
    return {
      at: addDays(now, days),
      happen: (ctx) => recordRun(ctx, { ...run, userId, name: `ben ${index}` }),
    };
  });
  return [purchase, ...runs];
}
