import type { PasskeysContext } from "./context";
import { PasskeyNotFound } from "./errors";
import { renameOwn } from "./repository";

/**
 * Calls one's own passkey something else. Idempotent.
 * @throws PasskeyNotFound
 */
export async function renamePasskey(
  { db }: Pick<PasskeysContext, "db">,
  passkey: { userId: string; passkeyId: string; name: string },
): Promise<void> {
  if (!(await renameOwn(db, passkey))) throw new PasskeyNotFound();
}
