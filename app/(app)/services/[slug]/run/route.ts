import { getContext } from "@/lib/context";
import { getMaxFormBytes, runService } from "@/lib/services";
import { answerJson, answerPage, answerProblem, wantsJson } from "@/app/_http/answer-form";
import { readServiceForm } from "../_http/read-service-form";
import { requireMember } from "@/app/_http/require-member";

export async function POST(
  request: Request,
  { params }: RouteContext<"/services/[slug]/run">,
): Promise<Response> {
  const ctx = getContext();
  const { slug } = await params;
  const page = `/services/${encodeURIComponent(slug)}`;
  try {
    const { userId } = await requireMember(request, ctx);
    const { input, runKey, approvedMilli } = await readServiceForm(request, getMaxFormBytes(slug));
    const run = await runService(ctx, {
      ...{ slug, userId, input, key: runKey, source: "web" },
      ...(approvedMilli === undefined ? {} : { approvedMilli }),
    });
    return wantsJson(request)
      ? answerJson({ runId: run.id, status: run.status })
      : answerPage(`${page}?run=${run.id}`);
  } catch (error) {
    return answerProblem(error, page, { request, log: ctx.log });
  }
}
