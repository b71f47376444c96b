import type { AppContext } from "@/lib/context";
import { hashLinkToken } from "./email-link";
import { findEmailToken, linkStateOf } from "./queries";
import type { LinkState } from "./types";

interface SignInLinkView {
  state: LinkState;
  email: string | null;
  /** It was asked for in the browser that opens it. */
  sameBrowser: boolean;
}

/** What a page shows for a link to sign in before anything is pressed. Reading never uses the link up. */
export async function findSignInLink(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  { token, browserToken }: { token: string; browserToken: string | null },
): Promise<SignInLinkView> {
  const row = await findEmailToken(db, "magic_link", hashLinkToken(token));
  return {
    state: linkStateOf(row, systemClock.now()),
    email: row?.email ?? null,
    sameBrowser: browserToken !== null && row?.browserHash === hashLinkToken(browserToken),
  };
}
