import type { AppContext } from "@/lib/context";
import type { Db } from "@/lib/db";
import { queueEmail } from "@/lib/notifications";
import { consumeRateLimit, placeOf, TooManyAttempts, type RateLimit } from "@/lib/rate-limits";
import { formatMinute } from "@/lib/shared/format";
import { InvalidEmail, normaliseEmail, tellAdmins } from "@/lib/users";
import { mailboxOf, shorten, toLine, toText } from "./policy";
import { insertMessage } from "./repository";

type Context = Pick<AppContext, "db" | "systemClock" | "appUrl" | "log">;

const perPlace: RateLimit = { name: "contact-place", points: 5, windowSeconds: 3_600 };
/** The note that it arrived goes to an address that nobody may have proved: it fills no stranger's mailbox. */
const perAddress: RateLimit = { name: "contact-address", points: 3, windowSeconds: 86_400 };

/** Of all messages together: more than these are read under Messages alone. */
const mailed: RateLimit = { name: "contact-mailed", points: 100, windowSeconds: 3_600 };

export interface ContactInput {
  name: string;
  email: string;
  subject: string;
  body: string;
  formKey: string;
  /** Of a field that people do not see. */
  website?: string | undefined;
  userId: string | null;
  /** The address that the writer proved to be theirs: that of the account they are signed in to. */
  provenEmail: string | null;
  ip: string | null;
}

interface Stored {
  id: string;
  name: string;
  email: string;
  subject: string;
  body: string;
  sentAt: string;
  proven: boolean;
}

/** Many places that write at once fill neither the admins' mailboxes nor those of strangers. */
async function mayMail({ db, log }: Context): Promise<boolean> {
  try {
    await consumeRateLimit(db, mailed, ["everybody"]);
    return true;
  } catch (error) {
    if (!(error instanceof TooManyAttempts)) throw error;
    log.warn({}, "too many messages to mail: they are kept");
    return false;
  }
}

/** Whoever else the address belongs to is told nothing that a stranger wrote: we are nobody's way to send mail. */
async function tell(tx: Db, appUrl: string, { id, email, proven, ...message }: Stored): Promise<void> {
  const subject = shorten(message.subject, 50);
  const { name, body, sentAt } = message;
  await queueEmail(tx, {
    ...{ to: email, key: `contact-copy:${id}` },
    message: {
      template: "contact-copy",
      props: { written: proven ? { name, subject, body } : null, sentAt },
    },
  });
  const messageUrl = `${appUrl}/admin/messages/${id}`;
  await tellAdmins(tx, {
    key: `contact:${id}`,
    message: { template: "contact-message", props: { ...message, subject, email, messageUrl } },
  });
}

/**
 * Keeps what somebody wrote to us, mails it to the admins, and to its writer that it arrived: with a copy where the
 * address is proven to be theirs. Once for each form, however often that is sent; in a flood it is kept and not mailed. A
 * machine that fills every field is thanked, too, and nothing is kept.
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
  const { formKey, userId, provenEmail } = input;
  const proven = email === provenEmail;
  // Strangers who write under somebody's address do not keep its owner from writing.
  await consumeRateLimit(ctx.db, perAddress, proven ? ["own", email] : [mailboxOf(email)]);
  const mails = await mayMail(ctx);
  const now = ctx.systemClock.now();
  const texts = { name: toLine(input.name), subject: toLine(input.subject), body: toText(input.body) };
  await ctx.db.transaction(async (tx) => {
    const id = await insertMessage(tx, { ...texts, formKey, userId, email, now });
    if (id && mails) await tell(tx, ctx.appUrl, { id, email, proven, ...texts, sentAt: formatMinute(now) });
  });
}
