import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { createEmailLink, verifyHours } from "./email-link";

interface Recipient {
  id: string;
  email: string;
  passwordHash: string | null;
}

/** Queues the mail with a new link, in the caller's transaction. Earlier links stay good until one is used. */
export async function sendVerification(
  db: Db,
  ctx: Pick<AppContext, "systemClock" | "appUrl">,
  { id, email, passwordHash }: Recipient,
): Promise<void> {
  const link = await createEmailLink(db, ctx, { userId: id, purpose: "verify_email", passwordHash });
  await queueEmail(db, {
    to: email,
    message: { template: "verify-email", props: { verifyUrl: link.url, expiresInHours: verifyHours } },
    key: `verify-email:${link.id}`,
    userId: id,
  });
}
