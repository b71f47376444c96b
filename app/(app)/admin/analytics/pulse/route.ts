import type { NextRequest } from "next/server";
import { readPulse } from "@/lib/analytics";
import { toProblem } from "@/lib/http";
import { openAdminContext } from "../../admin-context";
import { readZone } from "../_range/read-zone";

/** What changes whenever a figure may have; asked every few seconds by whoever has the page open. */
export async function GET(request: NextRequest): Promise<Response> {
  const { ctx } = await openAdminContext();
  try {
    const { zone } = readZone(request.nextUrl.searchParams.get("zone") ?? "");
    return new Response(await readPulse(ctx, zone), {
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
    });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
