"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { adminAction, toFormAction } from "@/lib/actions";
import { readRequestOrigin } from "@/lib/auth";
import { replayDeadEvents, replayOneEvent } from "@/lib/stripe-events";
import { toEventFilter } from "../search-params";
import { replayManySchema, replaySchema } from "./schema";

const limit = { points: 120, windowSeconds: 600 };

const replay = adminAction
  .metadata({ name: "replay-webhook", limit })
  .inputSchema(replaySchema)
  .action(async ({ parsedInput: { id, seen, reason }, ctx }): Promise<null> => {
    const origin = await readRequestOrigin();
    await replayOneEvent(ctx.app, { id, seenReplayedAt: seen, reason, origin });
    redirect(`/admin/webhooks/${id}?notice=replayed` as Route);
  });

const replayMany = adminAction
  .metadata({ name: "replay-webhooks", limit })
  .inputSchema(replayManySchema)
  .action(async ({ parsedInput: { upTo, batch, reason, ...filter }, ctx }): Promise<null> => {
    const origin = await readRequestOrigin();
    const what = { filter: toEventFilter(filter), upTo, batch, reason, origin };
    const { events } = await replayDeadEvents(ctx.app, what);
    redirect(`/admin/webhooks?notice=${events > 0 ? "replayed-many" : "replayed-none"}`);
  });

export const submitReplay = toFormAction(replay, ["reason"]);
export const submitReplayMany = toFormAction(replayMany, ["reason"]);
