import type { EmailMessage } from "@/emails/types";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { listActiveAdmins } from "./queries";

interface News {
  /** Each admin gets it once per key. */
  key: string;
  message: EmailMessage;
  /** Who knows already. */
  except?: readonly (string | null)[];
}

/** Mails something to every admin who can sign in, in the transaction of what it tells of. */
export async function tellAdmins(tx: Db, { key, message, except = [] }: News): Promise<void> {
  for (const { id, email } of await listActiveAdmins(tx)) {
    if (!except.includes(id)) await queueEmail(tx, { to: email, userId: id, key: `${key}:${id}`, message });
  }
}
