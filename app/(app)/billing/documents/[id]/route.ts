import { limitDownloads } from "@/app/_http/limit-downloads";
import { requireUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { getDocumentForUser } from "@/lib/documents";
import { toProblem } from "@/lib/http";

/** A receipt, invoice or credit note as PDF, for its owner alone, by id or number. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/billing/documents/[id]">,
): Promise<Response> {
  const ctx = getContext();
  const { id: userId } = await requireUser();
  try {
    await limitDownloads(ctx, userId);
    const file = await getDocumentForUser(ctx, { userId, document: (await params).id });
    return new Response(new Uint8Array(await file.read()), {
      headers: {
        "content-type": file.mediaType,
        "content-disposition": `attachment; filename="${file.name}"`,
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
