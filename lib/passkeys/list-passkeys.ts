import type { PasskeysContext } from "./context";
import { readPasskeys } from "./queries";
import type { PasskeyView } from "./types";

/** A person's passkeys, the oldest first. */
export async function listPasskeys(
  { db }: Pick<PasskeysContext, "db">,
  userId: string,
): Promise<PasskeyView[]> {
  const rows = await readPasskeys(db, userId);
  return rows.map(({ backedUp, ...passkey }) => ({ ...passkey, synced: backedUp }));
}
