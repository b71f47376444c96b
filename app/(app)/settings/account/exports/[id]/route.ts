import { Readable } from "node:stream";
import { limitDownloads } from "@/app/_http/limit-downloads";
import { readRequestOrigin, requireUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { openDataExport } from "@/lib/data-export";
import { toProblem } from "@/lib/http";

/** The zip of somebody's data, for its owner alone. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/settings/account/exports/[id]">,
): Promise<Response> {
  const ctx = getContext();
  const { id: userId } = await requireUser();
  try {
    await limitDownloads(ctx, userId);
    const asked = { userId, exportId: (await params).id, origin: await readRequestOrigin() };
    const { stream, byteSize, name } = await openDataExport(ctx, asked);
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": "application/zip",
        "content-length": String(byteSize),
        "content-disposition": `attachment; filename="${name}"`,
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
