import type Stripe from "stripe";
import { createSchedule, type ScheduleParams } from "../engine/subscriptions/create-schedule";
import { releaseSchedule } from "../engine/subscriptions/schedule-endings";
import { PHASE_PARAMS } from "../engine/subscriptions/schedule-phases";
import {
  cancelSchedule,
  type ScheduleUpdateParams,
  updateSchedule,
} from "../engine/subscriptions/update-schedule";
import { listRoute } from "./list-route";
import { type Behaviour, route } from "./route";

const schedules = "/v1/subscription_schedules";

export const subscriptionScheduleRoutes: Behaviour[] = [
  route<ScheduleParams>(
    `POST ${schedules}`,
    ["customer", "end_behavior", "from_subscription", "metadata", "start_date", ...PHASE_PARAMS],
    ({ engine, params }) => createSchedule(engine, params),
  ),
  route(`GET ${schedules}/{id}`, [], ({ engine, id }) => engine.require("subscription_schedule", id)),
  route<ScheduleUpdateParams>(
    `POST ${schedules}/{id}`,
    ["end_behavior", "metadata", "proration_behavior", ...PHASE_PARAMS],
    ({ engine, params, id }) => updateSchedule(engine, engine.require("subscription_schedule", id), params),
  ),
  route<Stripe.SubscriptionScheduleReleaseParams>(
    `POST ${schedules}/{id}/release`,
    ["preserve_cancel_date"],
    ({ engine, params, id }) => releaseSchedule(engine, engine.require("subscription_schedule", id), params),
  ),
  route<Stripe.SubscriptionScheduleCancelParams>(
    `POST ${schedules}/{id}/cancel`,
    ["invoice_now", "prorate"],
    ({ engine, params, id }) => cancelSchedule(engine, engine.require("subscription_schedule", id), params),
  ),
  listRoute(`GET ${schedules}`, "subscription_schedule", ["customer"]),
];
