import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { firstHash, hashEntry } from "./policy";
import { listLooseStreams, listStreams, readStream } from "./queries";
import type { AuditProblem, AuditReport } from "./types";

const batch = 1_000;

interface StreamEnd {
  stream: string;
  seq: bigint;
  hash: string;
}

/** Reads a stream to its end or to its first problem, after which nothing can be said of the rest. */
async function checkStream(
  db: Db,
  end: StreamEnd,
): Promise<{ entries: number; problem: AuditProblem | null }> {
  let [seq, hash, entries] = [0n, firstHash, 0];
  const found = (problem: AuditProblem["problem"], at: bigint) => ({
    entries,
    problem: { stream: end.stream, seq: String(at), problem },
  });
  for (;;) {
    const read = await readStream(db, { stream: end.stream, after: seq, limit: batch });
    for (const entry of read) {
      if (entry.seq !== seq + 1n) return found("missing", seq + 1n);
      if (entry.previousHash !== hash) return found("not_chained", entry.seq);
      if (hashEntry(entry) !== entry.hash) return found("changed", entry.seq);
      [seq, hash, entries] = [entry.seq, entry.hash, entries + 1];
    }
    if (read.length < batch) break;
  }
  // Entries may have been added since the end was read; those it tells of must be there.
  if (seq < end.seq) return found("missing", seq + 1n);
  return seq === end.seq && hash !== end.hash ? found("end_differs", seq) : { entries, problem: null };
}

/**
 * Recomputes every chain. An entry that was changed, taken out, put in or moved is found, with everything after it
 * in its stream left unsaid. What it cannot tell: a stream of which the last entries and the note of its end were
 * both removed by who owns the database; keep reports outside of it for that.
 */
export async function verifyAudit({ db }: Pick<AppContext, "db">): Promise<AuditReport> {
  const streams = await listStreams(db);
  const report: AuditReport = { streams: streams.length, entries: 0, problems: [] };
  for (const end of streams) {
    const { entries, problem } = await checkStream(db, end);
    report.entries += entries;
    if (problem) report.problems.push(problem);
  }
  for (const { stream, seq } of await listLooseStreams(db))
    report.problems.push({ stream, seq: String(seq), problem: "not_chained" });
  return report;
}
