import { v7 as uuidv7 } from "uuid";
import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";

/** Tells the owner of an address that it has an account, where who asked must not learn it. */
export async function tellAccountExists(
  tx: Db,
  { appUrl }: Pick<AppContext, "appUrl">,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  await queueEmail(tx, {
    to: email,
    message: {
      template: "account-exists",
      props: { signInUrl: `${appUrl}/sign-in`, resetUrl: `${appUrl}/forgot-password` },
    },
    key: `account-exists:${uuidv7()}`,
    userId,
  });
}
