"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { reasonSchema } from "@/app/(app)/admin/_components/reason-schema";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { registerCharge } from "@/lib/reconciliation";
import type { Repair } from "@/lib/reconciliation/types";
import { findPaymentOf } from "@/lib/transactions";
import { toInvestigateHref } from "../search-params";

const schema = z.object({
  id: z.string().regex(/^(?:pi|ch|py)_\w{1,200}$/),
  user: z.uuid(),
  pack: z.union([z.literal("").transform(() => null), z.string().max(100)]),
  reason: reasonSchema,
});

const notices = {
  ...({ repaired: "registered", nothing_to_do: "already" } as const),
  ...({ remains: "remains", not_repairable: "remains", would_be_repaired: "remains" } as const),
} satisfies Record<Repair["outcome"], string>;

const register = adminAction
  .metadata({ name: "register-charge", limit: { points: 60, windowSeconds: 600 } })
  .inputSchema(schema)
  .action(async ({ parsedInput: { id, user, pack, reason }, ctx }): Promise<null> => {
    const origin = await readRequestOrigin();
    const wish = { paymentIntentId: id, userId: user, lookupKey: pack, reason, origin };
    const { outcome } = await registerCharge(ctx.app, wish);
    const known = await findPaymentOf(ctx.app.db, id);
    const notice = notices[outcome];
    redirect(
      known ? (`/admin/payments/${known}?notice=${notice}` as Route) : toInvestigateHref({ id, notice }),
    );
  });

export const submitRegister = toFormAction(register, ["reason"]);
