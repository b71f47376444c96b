import type { NextRequest } from "next/server";
import { limitDownloads } from "@/app/_http/limit-downloads";
import { openMemberPage } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { toProblem } from "@/lib/http";
import { makeUsageReport } from "@/lib/usage-reports";
import { loadUsageSearch } from "../search-params";
import { toFile } from "./to-file";

const mediaTypes = { csv: "text/csv; charset=utf-8", pdf: "application/pdf" } as const;

/** What one used in a range of days as CSV or PDF; asked with the days and filters of the page. */
export async function GET(request: NextRequest): Promise<Response> {
  const { user, ctx, viewingUntil } = await openMemberPage();
  const { searchParams } = request.nextUrl;
  const format = searchParams.get("format") === "pdf" ? "pdf" : "csv";
  try {
    // An admin's look changes nothing of whom they look as, and does not use up what these may download.
    await limitDownloads(getContext(), viewingUntil ? `viewing-${user.sessionId}` : user.id);
    const { from, to, kind, subject, source } = loadUsageSearch(searchParams);
    const filter = { kind: kind ?? undefined, subject: subject || undefined, source: source ?? undefined };
    const report = await makeUsageReport(ctx, { userId: user.id, from, to, ...filter });
    return new Response(await toFile(report, format, ctx.clock.now()), {
      headers: {
        "content-type": mediaTypes[format],
        "content-disposition": `attachment; filename="usage-${report.from}-${report.to}.${format}"`,
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
