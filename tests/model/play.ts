import { expect } from "vitest";
import {
  captureHold,
  explainBalance,
  forgiveDebt,
  freezeLot,
  grantCredits,
  holdCredits,
  releaseHold,
  restoreCredits,
  revokeCredits,
  spendCredits,
  unfreezeLot,
  verifyLedger,
} from "@/lib/credits";
import { InsufficientCredits } from "@/lib/credits/errors";
import { settleAccount } from "@/lib/credits/repository";
import { type Receipt } from "@/lib/credits/types";
import { DomainError } from "@/lib/shared/errors";
import { never, type Verdict } from "./model-lot";
import { type Operation } from "./operations";
import { expectSameBalance, expectSameState, type RealAccount } from "./real-account";
import { ReferenceLedger } from "./reference-ledger";

const hour = 3_600_000;
const largest = 2n ** 63n - 1n;
const usd = (amountMinor: bigint) => ({ amountMinor, currency: "usd" });

/** Quarters of a whole, from `least` up to the largest amount there is. */
function quarters(whole: bigint, share: number, least = 1n): bigint {
  const part = (whole * BigInt(share)) / 4n;
  return part < least ? least : part > largest ? largest : part;
}

interface Change {
  key: string;
  /** Does it to the real ledger; `more` asks for other content under the same key. */
  call: (more?: bigint) => Promise<Receipt>;
  receipt: Receipt;
}

/** Plays one sequence on the real ledger and on the model, comparing verdicts, tables and balances at each step. */
export class Play {
  private readonly model = new ReferenceLedger();
  private readonly done: Change[] = [];
  private readonly keys = { lots: [] as string[], holds: [] as string[], revocations: [] as string[] };
  private step = 0;

  constructor(private readonly real: RealAccount) {}

  async run(operations: readonly Operation[]): Promise<void> {
    for (const operation of operations) {
      this.step += 1;
      await this.play(operation);
      await expectSameState(this.real, this.model);
      await expectSameBalance(this.real, this.model);
    }
    expect((await verifyLedger(this.real, this.real.userId)).differences).toEqual([]);
    const { balance, totals: t } = await explainBalance(this.real, this.real.userId);
    const gone = t.spentMilli + t.expiredMilli + t.clawedBackMilli + t.toDebtMilli;
    const kept = t.heldMilli + t.frozenMilli + t.upcomingMilli;
    expect(balance.totalMilli).toBe(t.grantedMilli - gone - kept);
  }

  private get now(): number {
    return this.real.clock.now().getTime();
  }

  /** One of those that exist, or now and then one that does not. */
  private pick(list: readonly string[], of: number): string {
    return list[of === 7 ? list.length : of % Math.max(list.length, 1)] ?? "nothing";
  }

  private async play(op: Operation): Promise<void> {
    const { real, model, now, keys } = this;
    const { userId, db, clock } = real;
    const key = `k${this.step}`;
    switch (op.type) {
      case "wait":
        clock.advance(op.hours * hour);
        return;
      case "jobs":
        model.settle(now);
        await settleAccount(db, userId, clock.now());
        return;
      case "repeat":
      case "reuseKey":
        await this.again(op);
        return;
      case "grant":
        await this.grant(op, key);
        return;
      case "spend":
        await this.spend(op.amount, key);
        return;
      case "spendShare":
        await this.spend(quarters(model.available(now), op.share), key);
        return;
      case "spendTogether": {
        const verdicts = op.amounts.map((amount) => model.spend(amount, now));
        const inputs = op.amounts.map((creditsMilli, i) => ({ userId, key: `${key}.${i}`, creditsMilli }));
        const answers = inputs.map((input) => answerOf(spendCredits(real, input)));
        expect(await Promise.all(answers)).toEqual(verdicts);
        return;
      }
      case "hold": {
        const expiresAt = now + op.lasts * hour;
        keys.holds.push(key);
        const amount = quarters(model.available(now), op.share);
        const hold = { userId, key, creditsMilli: amount };
        await this.expectVerdict(model.hold(key, { amount, expiresAt }, now), key, (more) =>
          holdCredits(real, {
            ...hold,
            expiresAt: new Date(Math.max(expiresAt, this.now + hour)),
            reference: more ? "other" : undefined,
          }),
        );
        return;
      }
      case "capture": {
        const holdKey = this.pick(keys.holds, op.of);
        const creditsMilli = quarters(model.holds.get(holdKey)?.amount ?? 5n, op.share, 0n);
        await this.expectVerdict(model.capture(holdKey, creditsMilli, now), key, (more = 0n) =>
          captureHold(real, {
            userId,
            holdKey,
            creditsMilli: creditsMilli === 0n ? more : creditsMilli - more,
          }),
        );
        return;
      }
      case "release": {
        const holdKey = this.pick(keys.holds, op.of);
        await this.expectVerdict(model.release(holdKey, now), key, () =>
          releaseHold(real, { userId, holdKey }),
        );
        return;
      }
      case "revoke": {
        const lotKey = this.pick(keys.lots, op.of);
        const lot = model.lots.find((each) => each.key === lotKey);
        const minor = lot && lot.cost > 0n ? op.minor : null;
        const credits = quarters(lot?.amount ?? 5n, op.share);
        keys.revocations.push(key);
        await this.expectVerdict(model.revoke(key, { lotKey, minor, credits }, now), key, (more = 0n) =>
          revokeCredits(real, {
            userId,
            key,
            lotKey,
            take: minor === null ? { creditsMilli: credits - more || 2n } : usd(minor + more),
          }),
        );
        return;
      }
      case "restore": {
        const revocationKey = this.pick(keys.revocations, op.of);
        await this.expectVerdict(model.restore(key, revocationKey, now), key, (more) =>
          restoreCredits(real, { userId, key, revocationKey: more ? "nothing" : revocationKey }),
        );
        return;
      }
      case "freeze": {
        const lotKey = this.pick(keys.lots, op.of);
        const change = op.frozen ? freezeLot : unfreezeLot;
        await this.expectVerdict(model.freeze(lotKey, op.frozen, now), key, (more) =>
          change(real, { userId, key, lotKey: more ? "nothing" : lotKey }),
        );
        return;
      }
      case "forgive": {
        const owed = model.debt;
        const amount = op.share === null ? null : quarters(owed, op.share);
        await this.expectVerdict(model.forgive(amount, now), key, (more) =>
          forgiveDebt(real, { userId, key, creditsMilli: more ? owed + more : (amount ?? undefined) }),
        );
        return;
      }
    }
  }

  private async spend(creditsMilli: bigint, key: string): Promise<void> {
    const input = { userId: this.real.userId, key };
    await this.expectVerdict(this.model.spend(creditsMilli, this.now), key, (more = 0n) =>
      spendCredits(this.real, {
        ...input,
        creditsMilli: creditsMilli - more || 1n,
        reference: more ? "other" : undefined,
      }),
    );
  }

  private async grant(op: Extract<Operation, { type: "grant" }>, key: string): Promise<void> {
    const { now, model, real } = this;
    const begins = op.startsIn === null ? null : now + (op.late ? -20 : op.startsIn) * hour;
    const expiresAt =
      op.lasts === null ? never : (begins ?? now - (op.late ? 20 * hour : 0)) + op.lasts * hour;
    const priority = op.priority ?? (op.kind === "subscription" ? 10 : 20);
    const cost = op.cost;
    this.keys.lots.push(key);
    const effectiveAt = begins ?? Math.min(now, expiresAt - 1);
    const lot = { key, kind: op.kind, priority, amount: op.amount, cost: cost ?? 0n, effectiveAt, expiresAt };
    await this.expectVerdict(model.grant(lot, now), key, (more = 0n) =>
      grantCredits(real, {
        userId: real.userId,
        key,
        kind: op.kind,
        priority: op.priority,
        creditsMilli: op.amount - more || 2n,
        effectiveAt: begins === null ? undefined : new Date(begins),
        expiresAt: expiresAt === never ? null : new Date(expiresAt),
        cost: cost === null ? undefined : usd(cost),
      }),
    );
  }

  private async expectVerdict(verdict: Verdict, key: string, call: Change["call"]): Promise<void> {
    const outcome = call();
    expect(await answerOf(outcome)).toEqual(verdict);
    if (typeof verdict !== "string") this.done.push({ key, call, receipt: await outcome });
  }

  /** The same again gives the first result; other content under a used key is refused. Neither changes anything. */
  private async again(op: Extract<Operation, { type: "repeat" | "reuseKey" }>): Promise<void> {
    const change = this.done[op.of % Math.max(this.done.length, 1)];
    if (!change) return;
    this.model.settle(this.now);
    await settleAccount(this.real.db, this.real.userId, this.real.clock.now());
    if (op.type === "repeat") expect(await change.call()).toEqual({ ...change.receipt, replayed: true });
    else if (change.call.length > 0) expect(await answerOf(change.call(1n))).toBe("credits.key_conflict");
  }
}

async function answerOf(outcome: Promise<Receipt>): Promise<Verdict> {
  try {
    const { seq, deltaMilli, balanceAfterMilli, parts, debtDeltaMilli } = await outcome;
    const pairs = parts.map(({ lotNo, creditsMilli }): [number, bigint] => [lotNo, creditsMilli]);
    return {
      seq,
      delta: deltaMilli,
      balanceAfter: balanceAfterMilli,
      parts: pairs,
      debtDelta: debtDeltaMilli,
    };
  } catch (error) {
    if (error instanceof InsufficientCredits)
      return `${error.code} ${error.availableMilli} ${error.requiredMilli}`;
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
