import type { NextRequest } from "next/server";
import { toProblem } from "@/lib/http";
import { openAdminContext } from "../../admin-context";
import { readPulseOf } from "../read-pulse-of";

/** What changes whenever a figure may have; asked every few seconds by whoever has the page open. */
export async function GET(request: NextRequest): Promise<Response> {
  const { ctx } = await openAdminContext();
  try {
    const zone = request.nextUrl.searchParams.get("zone") ?? "";
    return new Response(await readPulseOf(ctx, zone), {
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
    });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
