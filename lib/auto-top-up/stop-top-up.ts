import { watchBalance } from "@/lib/credits";
import type { Db } from "@/lib/db";
import type { EmailMessage } from "@/emails/types";
import { queueEmail } from "@/lib/notifications";
import { getUserEmail } from "@/lib/users";
import type { SettlingContext } from "./context";
import { switchOff } from "./repository";
import type { TopUpStop } from "./types";

interface Stop {
  userId: string;
  because: TopUpStop;
  /** Names what stopped it, for ever. */
  key: string;
  message: EmailMessage;
}

/** Switches it off by itself and tells its member why. Whoever comes second finds it off. Needs the billing lock. */
export async function stopTopUp(
  ctx: SettlingContext,
  tx: Db,
  { userId, because, key, message }: Stop,
): Promise<void> {
  const now = ctx.clock.now();
  if (!(await switchOff(tx, { userId, because, now }))) return;
  await watchBalance({ db: tx, clock: ctx.clock }, { userId, topUpMilli: null });
  ctx.log.info({ userId, because }, "auto top-up switched itself off");
  await queueEmail(tx, { to: await getUserEmail(tx, userId), key, userId, message });
}
