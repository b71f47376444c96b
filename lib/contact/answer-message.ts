import { recordAudit } from "@/lib/audit";
import type { AuditedAct } from "@/lib/audit/types";
import type { AppContext } from "@/lib/context";
import { queueEmail } from "@/lib/notifications";
import { requireAdmin } from "@/lib/shared/require-admin";
import { ContactForbidden, MessageChanged, MessageNotFound } from "./errors";
import { shorten, toText } from "./policy";
import { countAnswers, hasAnswer, insertAnswer, lockMessage, setStatus } from "./repository";

type Context = Pick<AppContext, "db" | "actor" | "systemClock" | "appUrl">;

interface Answer {
  id: string;
  formKey: string;
  /** How many answers the page showed. */
  seen: number;
  body: string;
  origin: AuditedAct["origin"];
}

/**
 * Mails an answer to who wrote, and keeps it. The same form is one answer.
 * @throws ContactForbidden, MessageNotFound, MessageChanged when another admin answered meanwhile
 */
export async function answerMessage(
  ctx: Context,
  { id, formKey, seen, origin, ...answer }: Answer,
): Promise<void> {
  const { actor, appUrl } = ctx;
  const authorId = requireAdmin(actor, ContactForbidden);
  const now = ctx.systemClock.now();
  const body = toText(answer.body);
  await ctx.db.transaction(async (tx) => {
    const message = await lockMessage(tx, id);
    if (!message) throw new MessageNotFound();
    if (await hasAnswer(tx, formKey)) return;
    if ((await countAnswers(tx, id)) !== seen) throw new MessageChanged();
    const answerId = await insertAnswer(tx, { messageId: id, formKey, authorId, body, now });
    await setStatus(tx, id, { status: "answered", now });
    const { name, email, userId, status } = message;
    const words = { name, body, subject: shorten(message.subject, 50), written: message.body };
    await queueEmail(tx, {
      ...{ to: email, key: `contact-answer:${answerId}` },
      message: { template: "contact-answer", props: { ...words, contactUrl: `${appUrl}/contact` } },
    });
    await recordAudit(tx, {
      ...{ actor, origin, action: "message_answered", target: { type: "message", id }, userId, now },
      ...{ before: { status }, after: { status: "answered", characters: body.length } },
    });
  });
}
