import "./react-to-invoices";
import { type Engine } from "../engine";
import { announceExpiry, SCHEDULE_EXPIRES_SOON, SCHEDULE_TURNS } from "./schedule-timers";
import { announceInvoice, announceTrialEnd, expireWhenDue, resumeCollection } from "./subscription-notices";
import {
  COLLECTION_RESUMES,
  INCOMPLETE_EXPIRES,
  INVOICE_UPCOMING,
  SUBSCRIPTION_TURNS,
  TRIAL_WILL_END,
} from "./subscription-timers";
import { turnSchedule } from "./turn-schedule";
import { turnSubscription } from "./turn-subscription";

/** What time does to subscriptions and their schedules. */
export const SUBSCRIPTION_HANDLERS: Record<string, (engine: Engine, objectId: string) => void> = {
  [COLLECTION_RESUMES]: resumeCollection,
  [INCOMPLETE_EXPIRES]: expireWhenDue,
  [INVOICE_UPCOMING]: announceInvoice,
  [SCHEDULE_EXPIRES_SOON]: announceExpiry,
  [SCHEDULE_TURNS]: turnSchedule,
  [SUBSCRIPTION_TURNS]: turnSubscription,
  [TRIAL_WILL_END]: announceTrialEnd,
};
