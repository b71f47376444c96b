import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { consumeRateLimit, placeOf, type RateLimit } from "@/lib/rate-limits";
import { formatMinute } from "@/lib/shared/format";
import { InvalidEmail, normaliseEmail } from "@/lib/users";
import { shorten, toLine, toText } from "./policy";
import { insertMessage, listAdmins } from "./repository";

type Context = Pick<AppContext, "db" | "systemClock" | "appUrl" | "log">;

const perPlace: RateLimit = { name: "contact-place", points: 5, windowSeconds: 3_600 };
/** The copy goes to an address that nobody proved: it is no way to fill a stranger's mailbox. */
const perAddress: RateLimit = { name: "contact-address", points: 3, windowSeconds: 86_400 };

export interface ContactInput {
  name: string;
  email: string;
  subject: string;
  body: string;
  formKey: string;
  /** Of a field that people do not see. */
  website?: string | undefined;
  userId: string | null;
  ip: string | null;
}

interface Stored {
  id: string;
  name: string;
  email: string;
  subject: string;
  body: string;
  sentAt: string;
}

async function tell(tx: Db, appUrl: string, { id, email, ...message }: Stored): Promise<void> {
  const subject = shorten(message.subject, 50);
  await queueEmail(tx, {
    ...{ to: email, key: `contact-copy:${id}` },
    message: { template: "contact-copy", props: { ...message, subject } },
  });
  const messageUrl = `${appUrl}/admin/messages/${id}`;
  for (const admin of await listAdmins(tx)) {
    await queueEmail(tx, {
      ...{ to: admin.email, userId: admin.id, key: `contact:${id}:${admin.id}` },
      message: { template: "contact-message", props: { ...message, subject, email, messageUrl } },
    });
  }
}

/**
 * Keeps what somebody wrote to us, mails it to the admins and a copy to its writer. Once for each form, however often
 * that is sent. A machine that fills every field is thanked, too, and nothing is kept.
 * @throws InvalidEmail, TooManyAttempts
 */
export async function sendMessage(ctx: Context, input: ContactInput): Promise<void> {
  const email = normaliseEmail(input.email);
  if (!email) throw new InvalidEmail();
  if (input.ip) await consumeRateLimit(ctx.db, perPlace, [placeOf(input.ip)]);
  if (input.website) {
    ctx.log.info({ ip: input.ip }, "a message was filled in by a machine");
    return;
  }
  await consumeRateLimit(ctx.db, perAddress, [email]);
  const now = ctx.systemClock.now();
  const texts = { name: toLine(input.name), subject: toLine(input.subject), body: toText(input.body) };
  const { formKey, userId } = input;
  await ctx.db.transaction(async (tx) => {
    const id = await insertMessage(tx, { ...texts, formKey, userId, email, now });
    if (id) await tell(tx, ctx.appUrl, { id, email, ...texts, sentAt: formatMinute(now) });
  });
}
