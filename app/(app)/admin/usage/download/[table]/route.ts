import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { limitDownloads } from "@/app/_http/limit-downloads";
import { openAdminContext } from "@/app/(app)/admin/admin-context";
import { toCsv } from "@/app/(app)/admin/analytics/export/[chart]/to-csv";
import { toProblem } from "@/lib/http";
import { readSearch } from "../../read-search";
import { loadMonitoringSearch } from "../../search-params";
import { tables } from "./tables";

type Asked = RouteContext<"/admin/usage/download/[table]">;

/** What a table of the page shows, as CSV; asked with the page's own address. */
export async function GET(request: NextRequest, { params }: Asked): Promise<Response> {
  const { ctx, origin } = await openAdminContext();
  const { table } = await params;
  const read = Object.hasOwn(tables, table) ? tables[table] : undefined;
  if (!read) notFound();
  try {
    if (ctx.actor.kind === "user") await limitDownloads(ctx, ctx.actor.userId);
    const { question } = readSearch(ctx, loadMonitoringSearch(request.nextUrl.searchParams));
    const { from, to } = question.range;
    return new Response(toCsv(await read({ ctx, origin, question })), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="usage-${table}-${from}-${to}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
