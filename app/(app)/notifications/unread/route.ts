import type { NextRequest } from "next/server";
import { openMemberFrame } from "@/lib/auth";
import { toProblem } from "@/lib/http";
import { countUnread } from "@/lib/inbox";

/** How many notifications are unread, as the bell asks every few seconds. It is no look at a page. */
export async function GET(request: NextRequest): Promise<Response> {
  const { user, ctx } = await openMemberFrame();
  try {
    const unread = await countUnread(ctx.db, user.id);
    return Response.json({ unread }, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
