import { getContext } from "@/lib/context";
import { toProblem } from "@/lib/http";
import { isOneClick, switchMailsByLink } from "@/lib/notification-preferences";

const tokenOf = ({ url }: Request) => new URL(url).searchParams.get("token") ?? "";

/**
 * For mail programs, which send neither a cookie nor an origin: the link's signature says whose mails of which kind
 * end. https://www.rfc-editor.org/rfc/rfc8058
 */
export async function POST(request: Request): Promise<Response> {
  const ctx = getContext();
  const headers = { "cache-control": "no-store" };
  try {
    if (!(await isOneClick(request)))
      return new Response("Not a request to unsubscribe.", { status: 400, headers });
    await switchMailsByLink(ctx, { token: tokenOf(request), enabled: false });
    return new Response("You get no more of these emails.", { headers });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}

/** Programs that only look, and people whose program opens the link, are led to a page with a button. */
export function GET(request: Request): Response {
  const location = `/unsubscribe?token=${encodeURIComponent(tokenOf(request))}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
