import {
  claimsOf,
  fromPlaces,
  heldOf,
  inBurnOrder,
  never,
  newLot,
  placesOfClaims,
  total,
  worthOf,
  type HoldEnd,
  type ModelEntry,
  type ModelHold,
  type ModelLot,
  type ModelRevocation,
  type NewLot,
  type Verdict,
} from "./model-lot";

const largest = 2n ** 63n - 1n;
const min = (...values: bigint[]) => values.reduce((least, value) => (value < least ? value : least));

/**
 * A second, slow implementation of the ledger, from its rules alone: plain objects, no SQL, every credit of a lot
 * in exactly one place. The property test holds the real ledger against it.
 */
export class ReferenceLedger {
  lots: ModelLot[] = [];
  holds = new Map<string, ModelHold>();
  revocations = new Map<string, ModelRevocation>();
  seq = 0n;
  debt = 0n;
  exists = false;

  copy(): ReferenceLedger {
    return Object.assign(new ReferenceLedger(), structuredClone(this));
  }

  balance(): bigint {
    return total(this.lots.map((lot) => lot.free + heldOf(lot))) - this.debt;
  }

  private write(before: bigint, parts: [number, bigint][], debtDelta = 0n): ModelEntry {
    this.seq += 1n;
    const balanceAfter = this.balance();
    return { seq: this.seq, delta: balanceAfter - before, balanceAfter, parts, debtDelta };
  }

  /** Lots that count at an instant, in the order in which they are spent. */
  spendable(now: number): ModelLot[] {
    return inBurnOrder(this.lots).filter(
      (lot) => lot.free > 0n && !lot.frozen && lot.effectiveAt <= now && now < lot.expiresAt,
    );
  }

  available(now: number): bigint {
    return total(this.spendable(now).map((lot) => lot.free));
  }

  /** What lapses by itself: holds give back, then lots lose what is free. */
  settle(now: number): void {
    const lapsed = [...this.holds].filter(([, hold]) => hold.state === "open" && hold.expiresAt <= now);
    for (const [key] of lapsed.sort(([, a], [, b]) => a.expiresAt - b.expiresAt))
      this.endHold(key, { state: "expired", captured: 0n }, now);
    for (const lot of [...this.lots].sort((a, b) => a.expiresAt - b.expiresAt)) this.lapse(lot, now);
  }

  private lapse(lot: ModelLot, now: number): void {
    if (lot.expiresAt > now || lot.free === 0n) return;
    const before = this.balance();
    const lost = lot.free;
    lot.expired += lost;
    lot.free = 0n;
    this.write(before, [[lot.no, lost]]);
  }

  private addLot(input: NewLot): ModelLot {
    const lot = newLot(input, this.lots.length + 1);
    this.lots.push(lot);
    return lot;
  }

  grant(input: NewLot, now: number): Verdict {
    this.exists = true;
    this.settle(now);
    if (this.balance() + this.debt + input.amount > largest) return "credits.overflow";
    const before = this.balance();
    const lot = this.addLot(input);
    const repays = input.expiresAt <= now ? 0n : min(this.debt, input.amount);
    lot.free -= repays;
    lot.toDebt = repays;
    this.lowerDebt(repays, "repaid");
    const entry = this.write(before, lot.free > 0n ? [[lot.no, lot.free]] : [], -repays);
    this.lapse(lot, now);
    return entry;
  }

  private lowerDebt(amount: bigint, how: "repaid" | "forgiven"): void {
    for (const lot of this.lots) {
      const part = min(amount, lot.debt);
      lot.debt -= part;
      lot[how] += part;
      this.debt -= part;
      amount -= part;
    }
  }

  private take(amount: bigint, now: number, move: (lot: ModelLot, part: bigint) => void): [number, bigint][] {
    const parts: [number, bigint][] = [];
    for (const lot of this.spendable(now)) {
      const part = min(amount, lot.free);
      if (part === 0n) break;
      lot.free -= part;
      amount -= part;
      move(lot, part);
      parts.push([lot.no, part]);
    }
    return parts;
  }

  spend(amount: bigint, now: number): Verdict {
    this.settle(now);
    if (this.available(now) < amount) return `credits.insufficient ${this.available(now)} ${amount}`;
    const before = this.balance();
    const parts = this.take(amount, now, (lot, part) => (lot.spent += part));
    return this.write(before, parts);
  }

  hold(key: string, input: { amount: bigint; expiresAt: number }, now: number): Verdict {
    this.settle(now);
    if (this.available(now) < input.amount)
      return `credits.insufficient ${this.available(now)} ${input.amount}`;
    const before = this.balance();
    this.holds.set(key, { ...input, state: "open", captured: 0n });
    const parts = this.take(input.amount, now, (lot, part) => lot.held.set(key, part));
    return this.write(before, parts);
  }

  private endHold(key: string, { state, captured }: HoldEnd, now: number): ModelEntry {
    const hold = this.holds.get(key)!;
    const before = this.balance();
    const lots = inBurnOrder(this.lots).filter((lot) => lot.held.has(key));
    const parts: [number, bigint][] = [];
    const back: [ModelLot, bigint][] = [];
    let left = captured;
    for (const lot of lots) {
      const part = lot.held.get(key)!;
      const taken = min(part, left);
      left -= taken;
      lot.spent += taken;
      lot.free += part - taken;
      lot.held.delete(key);
      back.push([lot, part - taken]);
      if (state !== "captured") parts.push([lot.no, part]);
      else if (taken > 0n) parts.push([lot.no, taken]);
    }
    hold.state = state;
    hold.captured = captured;
    hold.settled = this.write(before, parts);
    this.meetClaims(back);
    for (const lot of lots) this.lapse(lot, now);
    return hold.settled;
  }

  /** A clawback that waited for held credit gets what came back; for what can no longer come back, debt. */
  private meetClaims(back: [ModelLot, bigint][]): void {
    const before = this.balance();
    let met = false;
    for (const [lot, part] of back) {
      const taken = min(part, lot.waiting);
      lot.free -= taken;
      lot.clawed += taken;
      lot.waiting -= taken;
      const lost = lot.waiting - min(lot.waiting, heldOf(lot));
      lot.waiting -= lost;
      lot.debt += lost;
      this.debt += lost;
      met ||= taken > 0n || lost > 0n;
    }
    if (met) this.write(before, []);
  }

  capture(key: string, amount: bigint, now: number): Verdict {
    this.settle(now);
    const hold = this.holds.get(key);
    if (!hold) return "credits.not_found";
    if (hold.state === "captured") return hold.captured === amount ? hold.settled! : "credits.key_conflict";
    if (hold.state === "released") return "credits.hold_settled";
    if (hold.state === "expired") return "credits.hold_expired";
    if (amount > hold.amount) return "credits.limit_exceeded";
    return this.endHold(key, { state: "captured", captured: amount }, now);
  }

  release(key: string, now: number): Verdict {
    this.settle(now);
    const hold = this.holds.get(key);
    if (!hold) return "credits.not_found";
    if (hold.state === "captured") return "credits.hold_settled";
    if (hold.state !== "open") return hold.settled!;
    return this.endHold(key, { state: "released", captured: 0n }, now);
  }

  revoke(
    key: string,
    input: { lotKey: string; minor: bigint | null; credits: bigint },
    now: number,
  ): Verdict {
    this.settle(now);
    const lot = this.lots.find((candidate) => candidate.key === input.lotKey);
    if (!lot) return "credits.not_found";
    const unclaimed = lot.amount - claimsOf(lot);
    let claim = input.credits;
    let minor: bigint | null = null;
    if (input.minor !== null) {
      minor = min(input.minor, lot.cost - lot.returned);
      claim = min(unclaimed, worthOf(lot, lot.returned + minor) - worthOf(lot, lot.returned));
    } else if (claim > unclaimed) {
      return "credits.limit_exceeded";
    }
    const before = this.balance();
    const taken = min(claim, lot.free);
    const waived = min(claim - taken, lot.expired - lot.waived);
    const waiting = min(claim - taken - waived, heldOf(lot) - lot.waiting);
    const owed = claim - taken - waived - waiting;
    if (this.debt + owed > largest) return "credits.overflow";
    this.revocations.set(key, { lot, minor, claimed: claim, restored: false });
    lot.returned += minor ?? 0n;
    lot.free -= taken;
    lot.clawed += taken;
    lot.waived += waived;
    lot.waiting += waiting;
    lot.debt += owed;
    this.debt += owed;
    return this.write(before, [[lot.no, taken]], owed);
  }

  restore(key: string, revocationKey: string, now: number): Verdict {
    this.settle(now);
    const revocation = this.revocations.get(revocationKey);
    if (!revocation) return "credits.not_found";
    if (revocation.restored) return "credits.already_restored";
    const { lot, minor } = revocation;
    const taken =
      minor === null ? revocation.claimed : worthOf(lot, lot.returned) - worthOf(lot, lot.returned - minor);
    const back = min(claimsOf(lot), taken);
    const undone = fromPlaces(lot, back);
    if (this.balance() + this.debt + undone.clawed + undone.repaid > largest) return "credits.overflow";
    const before = this.balance();
    revocation.restored = true;
    if (minor !== null) lot.returned -= minor;
    for (const place of placesOfClaims) lot[place] -= undone[place];
    lot.free += undone.clawed;
    this.debt -= undone.debt;
    const { clawed: returned, repaid, debt } = undone;
    const parts: [number, bigint][] = returned > 0n ? [[lot.no, returned]] : [];
    if (repaid > 0n) {
      const added = this.addLot({
        key,
        kind: "payg",
        priority: 20,
        amount: repaid,
        cost: 0n,
        effectiveAt: now,
        expiresAt: never,
      });
      parts.push([added.no, repaid]);
    }
    const entry = this.write(before, parts, -debt);
    this.lapse(lot, now);
    return entry;
  }

  freeze(lotKey: string, frozen: boolean, now: number): Verdict {
    this.settle(now);
    const lot = this.lots.find((candidate) => candidate.key === lotKey);
    if (!lot) return "credits.not_found";
    lot.frozen = frozen;
    return this.write(this.balance(), [[lot.no, lot.free]]);
  }

  forgive(amount: bigint | null, now: number): Verdict {
    this.settle(now);
    if (this.debt === 0n || (amount ?? 0n) > this.debt) return "credits.limit_exceeded";
    const before = this.balance();
    const forgiven = amount ?? this.debt;
    this.lowerDebt(forgiven, "forgiven");
    return this.write(before, [], -forgiven);
  }
}
