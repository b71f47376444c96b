import { Readable } from "node:stream";

import { type NextRequest } from "next/server";

import { limitDownloads } from "@/app/_http/limit-downloads";
import { requireUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { exportEntries } from "@/lib/credits";
import { toProblem } from "@/lib/http";

import { loadHistorySearch } from "@/components/credits/history-search";
import { toEntryFilter } from "@/components/credits/to-entry-filter";
import { toCsv } from "./to-csv";

/** The filtered history as CSV, sent while it is read. */
export async function GET(request: NextRequest): Promise<Response> {
  const user = await requireUser();
  const ctx = getContext();
  try {
    await limitDownloads(ctx, user.id);
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
  const filter = toEntryFilter(loadHistorySearch(request.nextUrl.searchParams));
  const lines = Readable.from(toCsv(exportEntries(ctx, { userId: user.id, ...filter })));
  const day = ctx.clock.now().toISOString().slice(0, 10);
  return new Response(Readable.toWeb(lines) as ReadableStream<string>, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="credit-history-${day}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
