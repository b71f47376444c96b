import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { findSeller } from "@/lib/env";
import { seriesOf, toNumber, type Draft } from "./policy";
import { drawNumber, findIssued, insertDocument, lockNumbers, type NewDocument } from "./repository";
import type { IssuedDocument } from "./types";

export type IssueContext = Pick<AppContext, "clock">;

export type DraftDocument = Omit<NewDocument, "content" | "kind"> & { draft: Draft };

/** Numbers a draft and writes it, once per subject, in the caller's transaction. */
export async function issueDocument(
  { clock }: IssueContext,
  tx: Db,
  { draft, ...document }: DraftDocument,
): Promise<IssuedDocument> {
  const { kind } = draft;
  await lockNumbers(tx);
  // Somebody who had the lock before may have issued it: no number is drawn in vain.
  const issued = await findIssued(tx, { kind, subject: document.subject });
  if (issued) return issued;
  const issuedAt = clock.now();
  const series = seriesOf(kind, issuedAt);
  const number = toNumber(series, await drawNumber(tx, series));
  const content = { ...draft, number, issuedAt, seller: findSeller() };
  return insertDocument(tx, { ...document, kind, content });
}
