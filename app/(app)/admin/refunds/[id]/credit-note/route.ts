import { openAdminContext } from "@/app/(app)/admin/admin-context";
import { limitDownloads } from "@/app/_http/limit-downloads";
import { toProblem } from "@/lib/http";
import { openCreditNote } from "@/lib/refunds";

/** A refund's credit note as PDF, for admins. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/admin/refunds/[id]/credit-note">,
): Promise<Response> {
  const { ctx, origin } = await openAdminContext();
  try {
    if (ctx.actor.kind === "user") await limitDownloads(ctx, ctx.actor.userId);
    const file = await openCreditNote(ctx, { refundId: (await params).id, origin });
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
