import { SupportForbidden } from "./errors";
import type { AppContext } from "@/lib/context";
import { requireAdmin } from "@/lib/shared/require-admin";
import { readEmails, readPayments, readRuns, readSubscriptions } from "./person-queries";
import { readTimeline, type TimelineInput, type TimelinePage } from "./timeline";
import type { PersonEmail, PersonPayment, PersonRun, PersonSubscription } from "./types";

type Reader = Pick<AppContext, "db" | "actor">;

/** What somebody paid or tried to, with every failed try and refund. @throws SupportForbidden */
export async function listPersonPayments(
  { db, actor }: Reader,
  input: TimelineInput,
): Promise<TimelinePage<PersonPayment>> {
  requireAdmin(actor, SupportForbidden);
  return readTimeline(input, (read) => readPayments(db, read));
}

/** Which services somebody ran; never what they sent or got. @throws SupportForbidden */
export async function listPersonRuns(
  { db, actor }: Reader,
  input: TimelineInput,
): Promise<TimelinePage<PersonRun>> {
  requireAdmin(actor, SupportForbidden);
  return readTimeline(input, (read) => readRuns(db, read));
}

/** Which mails somebody was sent; never what they say. @throws SupportForbidden */
export async function listPersonEmails(
  { db, actor }: Reader,
  input: TimelineInput,
): Promise<TimelinePage<PersonEmail>> {
  requireAdmin(actor, SupportForbidden);
  return readTimeline(input, (read) => readEmails(db, read));
}

/** @throws SupportForbidden */
export async function listPersonSubscriptions(
  { db, actor }: Reader,
  userId: string,
): Promise<PersonSubscription[]> {
  requireAdmin(actor, SupportForbidden);
  return readSubscriptions(db, userId);
}
