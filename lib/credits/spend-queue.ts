import { type Receipt, type SpendInput } from "./types";

export interface QueuedSpend {
  input: SpendInput;
  now: Date;
}

/** Ways to the database. Those that take several give one result each, in their order; they never reject. */
export interface SpendSenders {
  one: (spend: QueuedSpend) => Promise<Receipt>;
  ofAccount: (spends: readonly QueuedSpend[]) => Promise<PromiseSettledResult<Receipt>[]>;
  ofAccounts: (spends: readonly QueuedSpend[]) => Promise<PromiseSettledResult<Receipt>[]>;
}

interface Waiting extends QueuedSpend {
  resolve: (receipt: Receipt) => void;
  reject: (error: unknown) => void;
}

/** Statements under way at once; further ones would only wait for a processor. */
const lanes = 4;
/** Bounds how long one statement holds an account's lock. */
const largestOfAccount = 250;
/** Bounds how long the first of many accounts waits for the commit of the last. */
const largestOfAccounts = 16;

/**
 * Which waiting spends go next, and together. One account has at most one statement under way; while a lane is
 * free, nothing waits but for its own account.
 */
export class SpendQueue {
  readonly #send: SpendSenders;
  /** By account, in order of arrival; an account nobody spends from has no entry. */
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #underWay = new Set<string>();
  #running = 0;

  constructor(send: SpendSenders) {
    this.#send = send;
  }

  add(spend: QueuedSpend): Promise<Receipt> {
    const account = spend.input.userId.toLowerCase();
    return new Promise((resolve, reject) => {
      const line = this.#waiting.get(account) ?? [];
      line.push({ ...spend, resolve, reject });
      this.#waiting.set(account, line);
      this.#next();
    });
  }

  #next(): void {
    while (this.#running < lanes) {
      const accounts = this.#choose();
      if (accounts.length === 0) return;
      const spends = accounts.flatMap((account) => this.#take(account));
      this.#running += 1;
      for (const account of accounts) this.#underWay.add(account);
      void this.#run(spends, accounts.length).then(() => {
        this.#running -= 1;
        for (const account of accounts) this.#underWay.delete(account);
        this.#next();
      });
    }
  }

  /** The account that waits longest; with it, as long as each has but one spend, those behind it. */
  #choose(): string[] {
    const chosen: string[] = [];
    for (const [account, line] of this.#waiting) {
      if (this.#underWay.has(account)) continue;
      if (chosen.length === 0 && line.length > 1) return [account];
      if (line.length === 1) chosen.push(account);
      if (chosen.length === largestOfAccounts) break;
    }
    return chosen;
  }

  #take(account: string): Waiting[] {
    const line = this.#waiting.get(account) ?? [];
    const taken = line.splice(0, largestOfAccount);
    // Set anew at the end: what an account still waits for goes behind the others.
    this.#waiting.delete(account);
    if (line.length > 0) this.#waiting.set(account, line);
    return taken;
  }

  async #run(spends: readonly Waiting[], accounts: number): Promise<void> {
    const [first] = spends;
    if (first && spends.length === 1) {
      await this.#send.one(first).then(first.resolve, first.reject);
      return;
    }
    const send = accounts === 1 ? this.#send.ofAccount : this.#send.ofAccounts;
    const results = await send(spends);
    spends.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result?.status === "fulfilled") resolve(result.value);
      else reject(result?.reason ?? new Error("The ledger gave no answer."));
    });
  }
}
