import type { AppContext } from "@/lib/context";
import { hashLinkToken } from "./email-link";
import { findEmailToken, linkStateOf } from "./queries";
import type { EmailTokenPurpose, LinkState } from "./types";

/** What a page shows for a link before anything is pressed. Reading never uses the link up. */
export async function findLinkState(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  purpose: EmailTokenPurpose,
  token: string,
): Promise<{ state: LinkState; email: string | null; newEmail: string | null }> {
  const row = await findEmailToken(db, purpose, hashLinkToken(token));
  return {
    state: linkStateOf(row, systemClock.now()),
    email: row?.email ?? null,
    newEmail: row?.newEmail ?? null,
  };
}
