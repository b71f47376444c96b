import type { NextRequest } from "next/server";
import { limitDownloads } from "@/app/_http/limit-downloads";
import { toCsvBody } from "@/app/_http/to-csv";
import { openAdminContext } from "@/app/(app)/admin/admin-context";
import { toProblem } from "@/lib/http";
import { exportEverybody } from "@/lib/usage-reports";
import { exportColumns, type ExportSubject } from "@/lib/usage-reports/types";
import { toTitle } from "./to-title";

const isSubject = (what: string): what is ExportSubject => Object.hasOwn(exportColumns, what);

/** What everybody used in a range of days, by person, service or day, as CSV; sent while it is read. */
export async function GET(request: NextRequest): Promise<Response> {
  const { ctx, origin } = await openAdminContext();
  const { searchParams } = request.nextUrl;
  const what = searchParams.get("what") ?? "";
  const [from, to] = [searchParams.get("from") ?? "", searchParams.get("to") ?? ""];
  try {
    if (ctx.actor.kind === "user") await limitDownloads(ctx, ctx.actor.userId);
    const file = await exportEverybody(ctx, { what: isSubject(what) ? what : "days", from, to, origin });
    const columns = file.columns.map((name) => ({ name, title: toTitle(name) }));
    return new Response(toCsvBody(columns, file.rows), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="usage-of-all-${file.from}-${file.to}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
