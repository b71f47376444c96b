import { randomUUID } from "node:crypto";
import type { AppContext } from "@/lib/context";
import {
  adjustCredits,
  previewAdjustment,
  previewReversal,
  reverseAdjustment,
} from "@/lib/credit-adjustments";
import type { AdjustmentPlan, AdjustmentWish } from "@/lib/credit-adjustments/types";
import { getBalance, listEntries, spendCredits } from "@/lib/credits";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "./test-database";

export const clock = fixedClock(new Date("2026-11-23T12:00:00Z"));
export const origin = { ip: "203.0.113.9", userAgent: "Firefox" };

export const later = (days: number) => new Date(clock.now().getTime() + days * 24 * 60 * 60 * 1000);
const nothing: AdjustmentWish = {
  act: "add",
  creditsMilli: 1n,
  expiresAt: null,
  asDebt: false,
  note: null,
};
export const add = (credits: number, rest: Partial<AdjustmentWish> = {}) => ({
  ...nothing,
  creditsMilli: BigInt(credits * 1000),
  ...rest,
});
export const remove = (credits: number, rest: Partial<AdjustmentWish> = {}) =>
  add(credits, { act: "remove", ...rest });
export const forgive = (credits: number) => add(credits, { act: "forgive" });

export function figuresOf(plan: AdjustmentPlan) {
  if (plan.outcome === "refused") return plan.refusal;
  return [plan.spendable.afterMilli, plan.debt.afterMilli].map((milli) => Number(milli) / 1000);
}

/** A database with two admins, and their acts on other people's credits. */
export async function openAdjustments() {
  const db = await createTestDatabase();
  async function createAdmin(): Promise<AppContext> {
    const { id } = await createUser(db, { role: "admin" });
    const actor = { kind: "user", userId: id, role: "admin", sessionId: id };
    return { db, actor, clock, systemClock: clock } as unknown as AppContext;
  }

  const ctx = await createAdmin();
  const other = await createAdmin();
  async function confirm(userId: string, wish: AdjustmentWish, id: string = randomUUID()) {
    const { token } = await previewAdjustment(ctx, { userId, wish });
    return { id, ...(await adjustCredits(ctx, { id, userId, wish, token, reason: "As asked", origin })) };
  }

  async function undo(userId: string, adjustmentId: string, { asDebt = false }: { asDebt?: boolean } = {}) {
    const id = randomUUID();
    const { token } = await previewReversal(ctx, { userId, adjustmentId, asDebt });
    const asked = { id, userId, adjustmentId, asDebt, note: null, token, reason: "By mistake", origin };
    return { id, ...(await reverseAdjustment(ctx, asked)) };
  }

  async function spend(userId: string, credits: number) {
    await spendCredits(ctx, { userId, key: randomUUID(), creditsMilli: BigInt(credits * 1000) });
  }

  async function standingOf(userId: string) {
    const { totalMilli, debtMilli } = await getBalance(ctx, userId);
    return [Number(totalMilli) / 1000, Number(debtMilli) / 1000];
  }

  async function latest(userId: string) {
    const { entries } = await listEntries(ctx, { userId, limit: 1 });
    const { reason, reference, description, deltaMilli } = entries[0] ?? {};
    return { reason, reference, description, credits: Number(deltaMilli) / 1000 };
  }

  const audited = (userId: string) =>
    db.prisma.auditEntry.findMany({
      where: { userId },
      orderBy: { id: "asc" },
      omit: { hash: true, previousHash: true },
    });

  return { db, ctx, other, createAdmin, confirm, undo, spend, standingOf, latest, audited };
}
