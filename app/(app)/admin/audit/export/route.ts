import { Readable } from "node:stream";
import type { NextRequest } from "next/server";
import { limitDownloads } from "@/app/_http/limit-downloads";
import { openAdminContext } from "@/app/(app)/admin/admin-context";
import { exportAudit, findAuditFilter } from "@/lib/audit";
import { toProblem } from "@/lib/http";
import { loadAuditSearch } from "../search-params";
import { toCsv } from "./to-csv";

/** What a search finds as CSV, sent while it is read. */
export async function GET(request: NextRequest): Promise<Response> {
  const { ctx, origin } = await openAdminContext();
  try {
    if (ctx.actor.kind === "user") await limitDownloads(ctx, ctx.actor.userId);
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
  const filter = await findAuditFilter(ctx, loadAuditSearch(request.nextUrl.searchParams));
  const lines = Readable.from(toCsv(exportAudit(ctx, filter, origin)));
  const day = ctx.systemClock.now().toISOString().slice(0, 10);
  return new Response(Readable.toWeb(lines) as ReadableStream<string>, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="audit-log-${day}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
