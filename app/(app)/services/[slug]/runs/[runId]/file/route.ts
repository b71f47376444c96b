import { requireUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { toProblem } from "@/lib/http";
import { getRunFile } from "@/lib/services";
import { toFileResponse } from "../../../_http/to-file-response";

export async function GET(
  request: Request,
  { params }: RouteContext<"/services/[slug]/runs/[runId]/file">,
): Promise<Response> {
  const ctx = getContext();
  const { id: userId } = await requireUser();
  try {
    const file = await getRunFile(ctx, { userId, runId: (await params).runId });
    return toFileResponse(file, { download: new URL(request.url).searchParams.has("download") });
  } catch (error) {
    return toProblem(error, ctx.log, request);
  }
}
