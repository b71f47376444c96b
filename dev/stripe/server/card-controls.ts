import { z } from "zod";
import { clockOfObject } from "../engine/clock-of";
import { Engine, type EngineParts } from "../engine/engine";
import { replaceCard } from "../engine/replace-card";

const cardBody = z.strictObject({
  payment_method: z.string().describe("the card that its bank replaced"),
  exp_month: z.coerce.number().int().min(1).max(12).default(12),
  exp_year: z.coerce.number().int().min(2000).max(2100),
  number: z.string().optional().describe("a test card that takes its place"),
});

/** What card networks tell Stripe of replaced cards. */
export function controlCard(parts: EngineParts, body: unknown): unknown {
  const { payment_method: id, exp_month: expMonth, exp_year: expYear, number } = cardBody.parse(body);
  const engine = new Engine(parts);
  return parts.store.transaction(() =>
    engine.inTimeOf(clockOfObject(parts.store, id), () =>
      replaceCard(engine, engine.require("payment_method", id), {
        expMonth,
        expYear,
        ...(number === undefined ? {} : { number }),
      }),
    ),
  );
}
