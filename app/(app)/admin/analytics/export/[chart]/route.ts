import type { NextRequest } from "next/server";
import { notFound } from "next/navigation";
import { limitDownloads } from "@/app/_http/limit-downloads";
import { openAdminContext } from "@/app/(app)/admin/admin-context";
import { toProblem } from "@/lib/http";
import { readAddress } from "../../read-address";
import { loadAnalyticsSearch } from "../../search-params";
import { chartFiles } from "./chart-files";
import { toCsv } from "./to-csv";

type Asked = RouteContext<"/admin/analytics/export/[chart]">;

/** What a chart of the page shows, as CSV; asked with the page's own address. */
export async function GET(request: NextRequest, { params }: Asked): Promise<Response> {
  const { ctx } = await openAdminContext();
  const { chart } = await params;
  const read = Object.hasOwn(chartFiles, chart) ? chartFiles[chart] : undefined;
  if (!read) notFound();
  try {
    if (ctx.actor.kind === "user") await limitDownloads(ctx, ctx.actor.userId);
    const { search, query } = await readAddress(ctx, loadAnalyticsSearch(request.nextUrl.searchParams));
    const dataset = await read({ ctx, query, search });
    return new Response(dataset ? toCsv(dataset) : "", {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${chart}-${query.range.from}-${query.range.to}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
