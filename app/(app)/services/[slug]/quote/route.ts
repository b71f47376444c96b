import { getContext } from "@/lib/context";
import { toProblem } from "@/lib/http";
import { consumeRateLimit, type RateLimit } from "@/lib/rate-limits";
import { getMaxFormBytes, quoteService } from "@/lib/services";
import { answerJson } from "@/app/_http/answer-form";
import { readServiceForm } from "../_http/read-service-form";
import { requireMember } from "@/app/_http/require-member";

/** The page asks when typing pauses: nobody types this fast, and a quote may look into a picture. */
const limit: RateLimit = { name: "service-quote", points: 180, windowSeconds: 60 };

export async function POST(
  request: Request,
  { params }: RouteContext<"/services/[slug]/quote">,
): Promise<Response> {
  const ctx = getContext();
  try {
    const { slug } = await params;
    const { userId } = await requireMember(request, ctx);
    await consumeRateLimit(ctx.db, limit, [userId]);
    const { input } = await readServiceForm(request, getMaxFormBytes(slug));
    return answerJson(await quoteService(ctx, { slug, userId, input }));
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
