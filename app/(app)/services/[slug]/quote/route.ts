import { getContext } from "@/lib/context";
import { toProblem } from "@/lib/http";
import { getMaxFormBytes, quoteService } from "@/lib/services";
import { answerJson } from "@/app/_http/answer-form";
import { readServiceForm } from "../_http/read-service-form";
import { requireMember } from "@/app/_http/require-member";

export async function POST(
  request: Request,
  { params }: RouteContext<"/services/[slug]/quote">,
): Promise<Response> {
  const ctx = getContext();
  try {
    const { slug } = await params;
    const { userId } = await requireMember(request, ctx);
    const { input } = await readServiceForm(request, getMaxFormBytes(slug));
    return answerJson(await quoteService(ctx, { slug, userId, input }));
  } catch (error) {
    return toProblem(error, ctx.log);
  }
}
