import { getContext } from "@/lib/context";
import { checkHealth } from "@/lib/health";

export const dynamic = "force-dynamic";

/** For load balancers and container health checks. */
export async function GET(): Promise<Response> {
  const health = await checkHealth(getContext());
  return Response.json(health, { status: health.status === "ok" ? 200 : 503 });
}
