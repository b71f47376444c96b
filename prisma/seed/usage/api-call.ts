import type { Prisma } from "@/lib/db";
import type { Books } from "../books/books";
import type { Chance } from "../chance";
import { seededId } from "../seeded-id";

/** What programs ask, the most frequent most often. */
const asked = [
  ...["getRun", "getRun", "getRun", "getBalance", "getBalance", "quoteService", "quoteService"],
  ...["listServices", "getUsage", "listEntries"],
] as [string, ...string[]];

type Call =
  | { userId: string; apiKeyId: string; at: Date; subject: string; durationMs: number }
  | { userId: string; apiKeyId: string; at: Date; chance: Chance };

/** One call of the API. Of those that are drawn, some ask for what is not there. */
export function addCall(books: Books, call: Call): void {
  const { userId, apiKeyId, at } = call;
  const drawn =
    "chance" in call
      ? {
          ...{ subject: call.chance.pick(asked), durationMs: call.chance.between(4, 38) },
          outcome: call.chance.next() < 0.03 ? ("failed" as const) : ("succeeded" as const),
        }
      : { subject: call.subject, durationMs: call.durationMs, outcome: "succeeded" as const };
  const id = seededId(`call ${userId} ${books.apiCalls.length}`, at);
  books.apiCalls.push({ userId, at, id, kind: "api_call", apiKeyId, ...drawn });
}

/** Lets a run be one that a program made: the call that made it took a little longer than the run. */
export function addCallOfRun(
  books: Books,
  { run, apiKeyId, chance }: { run: Prisma.ServiceRunCreateManyInput; apiKeyId: string; chance: Chance },
): void {
  const at = new Date(new Date(run.createdAt).getTime() - chance.between(3, 9));
  const durationMs = (run.durationMs ?? 0) + chance.between(9, 30);
  run.source = "api";
  addCall(books, { userId: run.userId, apiKeyId, at, subject: "runService", durationMs });
}
