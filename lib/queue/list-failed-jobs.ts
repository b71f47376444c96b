import { QueueForbidden } from "./errors";
import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { errorWords, idsOf } from "./policy";
import { readFailed, type FailedRow } from "./queries";
import type { FailedJob, FailedJobPage, JobState } from "./types";

interface Input {
  name?: string | null;
  state?: JobState | null;
  /** Reads on below the one, or back above the other, which counts only where the first is not given. */
  before?: string | null;
  after?: string | null;
}

const pageSize = 25;

const fromCursor = (text: string | null | undefined) =>
  /^\d{1,18}$/.test(text ?? "") ? BigInt(text ?? "0") : null;

function toJob({ id, payload, error, locked, runAt, ...row }: FailedRow): FailedJob {
  const over = !locked && row.attempts >= row.maxAttempts;
  const { name, attempts, maxAttempts, createdAt, failedAt } = row;
  return {
    ...{ id: String(id), name, attempts, maxAttempts, createdAt, failedAt },
    ...{ state: over ? "failed" : "retrying", error: errorWords(error), ids: idsOf(payload) },
    nextAt: over ? null : runAt,
  };
}

/**
 * Jobs whose last try failed, the latest first, by keyset.
 * @throws QueueForbidden
 */
export async function listFailedJobs(
  { db, actor }: Pick<AppContext, "db" | "actor">,
  { name = null, state = null, ...cursors }: Input = {},
): Promise<FailedJobPage> {
  requireAdmin(actor, QueueForbidden);
  const before = fromCursor(cursors.before);
  const after = before === null ? fromCursor(cursors.after) : null;
  const rows = await readFailed(db, { name, state, before, after, limit: pageSize + 1 });
  const more = rows.length > pageSize;
  const shown = after === null ? rows.slice(0, pageSize) : rows.slice(-pageSize);
  const cursorOf = (row: FailedRow | undefined) => (row ? String(row.id) : null);
  return {
    jobs: shown.map(toJob),
    older: after !== null || more ? cursorOf(shown.at(-1)) : null,
    newer: (after === null ? before !== null : more) ? cursorOf(shown[0]) : null,
  };
}
