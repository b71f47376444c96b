"use server";

import type { Route } from "next";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction, toFormAction } from "@/lib/actions";
import { findSessionUser, readRequestOrigin, stopViewing } from "@/lib/auth";

/** For everybody: actions of people refuse those who look as somebody else. */
const action = publicAction
  .metadata({ name: "stop-viewing", whileViewing: true })
  .inputSchema(z.object({}))
  .action(async ({ ctx }): Promise<null> => {
    const user = await findSessionUser();
    const viewedId = user && (await stopViewing(ctx.app, user, await readRequestOrigin()));
    revalidatePath("/", "layout");
    redirect((viewedId ? `/admin/users/${viewedId}` : "/dashboard") as Route);
  });

export const submitStopViewing = toFormAction(action, []);
