import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { runCron } from "@/lib/worker";

const statuses = { done: 200, unauthenticated: 401, not_found: 404 } as const;

export const maxDuration = 60;

/** For schedulers that speak HTTP, such as Vercel's, which sends a GET with this header. */
export async function GET(request: Request, { params }: RouteContext<"/api/cron/[job]">): Promise<Response> {
  const { CRON_SECRET: secret, DATABASE_URL: databaseUrl } = env();
  const { job: name } = await params;
  const authorization = request.headers.get("authorization");
  const outcome = await runCron(getContext(), { databaseUrl, secret }, { name, authorization });
  return Response.json({ outcome }, { status: statuses[outcome] });
}
