import { appendFileSync } from "node:fs";
import type Stripe from "stripe";
import type { Actor, World } from "@/tests/chaos/world/world";
import type { CallName, Input, Output } from "@/tests/chaos/app/calls";
import type { Answer } from "@/tests/chaos/app/messages";
import type { Random } from "../random";
import type { Member } from "./member";

/** What all steps of a run share, and what they leave behind. */
export class Stage {
  readonly world: World;
  readonly members: Member[];
  readonly admin: Actor;
  /** What was done, in order: a failing seed prints it. */
  readonly script: string[] = [];
  /** What is wrong whatever comes after. */
  readonly violations: string[] = [];
  /** Refunds whose credits an admin let the member keep. */
  readonly keptRefunds = new Set<string>();
  /** Whose customer each of Stripe's is: a deleted one no longer says. */
  readonly customers = new Map<string, string>();
  /** Errors without a code are expected only of a process whose database was killed under it. */
  databaseWasKilled = false;
  readonly #startedAt = Date.now();

  constructor(world: World, people: { members: Member[]; admin: Actor }) {
    this.world = world;
    this.members = people.members;
    this.admin = people.admin;
  }

  note(line: string): void {
    this.script.push(line);
    appendFileSync(this.world.scriptFile, `${((Date.now() - this.#startedAt) / 1_000).toFixed(1)} ${line}\n`);
  }

  /** Calls the app and writes down what came of it. */
  async call<Name extends CallName>(
    who: string,
    call: { name: Name; actor: Actor },
    ...input: Input<Name> extends undefined ? [] : [Input<Name>]
  ): Promise<Answer<Output<Name>>> {
    const answer = await this.world.app.call(call.name, call.actor, ...input);
    const said =
      answer.outcome === "refused"
        ? answer.code
        : answer.outcome === "broken"
          ? (answer.error.split("\n", 1)[0] ?? "")
          : "";
    this.note(`  ${who} ${call.name} ${toText(input[0])} → ${answer.outcome} ${said}`.trimEnd());
    if (answer.outcome === "broken" && !this.databaseWasKilled)
      this.violations.push(`${call.name} broke: ${answer.error}`);
    return answer;
  }

  as({ userId }: Member): Actor {
    return { userId, role: "member" };
  }

  /** A call of Stripe's own dashboard; the API faults that are meant for the app may hit it, too. */
  async dashboard<T>(words: string, act: () => Promise<T>): Promise<T | null> {
    try {
      const done = await act();
      this.note(`  dashboard ${words} → done`);
      return done;
    } catch (error) {
      this.note(`  dashboard ${words} → ${error instanceof Error ? error.message.slice(0, 120) : "?"}`);
      return null;
    }
  }

  async customersOf({ userId }: Member): Promise<string[]> {
    const { data } = await this.world.stripe.customers.list({ limit: 100 });
    for (const customer of data)
      if (customer.metadata.user_id) this.customers.set(customer.id, customer.metadata.user_id);
    return data.filter(({ metadata }) => metadata.user_id === userId).map(({ id }) => id);
  }

  async subscriptionsOf(member: Member): Promise<Stripe.Subscription[]> {
    const found: Stripe.Subscription[] = [];
    for (const customer of await this.customersOf(member)) {
      const { data } = await this.world.stripe.subscriptions.list({ customer, limit: 100 });
      found.push(...data);
    }
    return found;
  }

  async chargesOf(member: Member): Promise<Stripe.Charge[]> {
    const found: Stripe.Charge[] = [];
    for (const customer of await this.customersOf(member)) {
      const { data } = await this.world.stripe.charges.list({ customer, limit: 100 });
      found.push(...data.filter(({ status }) => status === "succeeded"));
    }
    return found;
  }

  async emulator(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(`${this.world.stripeUrl}/_emulator/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  }
}

export interface Step {
  name: string;
  weight: number;
  run(stage: Stage, member: Member, random: Random): Promise<void>;
}

export function toText(value: unknown): string {
  const plain = (_key: string, part: unknown) => (typeof part === "bigint" ? `${part}n` : part);
  return value === undefined ? "" : JSON.stringify(value, plain);
}
