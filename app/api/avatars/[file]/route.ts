import { Readable } from "node:stream";
import { openMemberFrame } from "@/lib/auth";
import { openAvatar } from "@/lib/avatars";
import { toProblem } from "@/lib/http";

/** A picture that we encoded, for whoever is signed in and knows its name, which is never another picture's. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/avatars/[file]">,
): Promise<Response> {
  const { ctx } = await openMemberFrame();
  try {
    const { stream, byteSize } = await openAvatar(ctx, (await params).file);
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": "image/webp",
        "content-length": String(byteSize),
        "content-disposition": "inline",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "x-content-type-options": "nosniff",
        "cache-control": "private, max-age=31536000, immutable",
      },
    });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
