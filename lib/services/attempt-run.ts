import { checkResult } from "./check-result";
import type { ServicesContext } from "./context";
import type { PreparedRun, Service, ServiceResult } from "./define-service";
import { ServiceTimedOut, UnusableInput } from "./errors";
import { withDeadline } from "./with-deadline";

export type Attempt = { durationMs: number } & (
  | { outcome: "result"; result: ServiceResult }
  | { outcome: "problem"; status: "failed" | "timed_out"; problem: string }
);

/** Runs the service within its time. Never throws: whatever a service does wrong is an outcome. */
export async function attemptRun(
  { log }: Pick<ServicesContext, "log">,
  { service, prepared, runId }: { service: Service; prepared: PreparedRun; runId: string },
): Promise<Attempt> {
  const startedAt = performance.now();
  const duration = () => Math.round(performance.now() - startedAt);
  try {
    const result = await withDeadline(service.timeoutMs, (signal) => prepared.run(signal));
    checkResult(service.slug, result);
    return { outcome: "result", result, durationMs: duration() };
  } catch (error) {
    const failed = { outcome: "problem", status: "failed", durationMs: duration() } as const;
    if (error instanceof UnusableInput) return { ...failed, problem: error.problem };
    log.error({ err: error, service: service.slug, runId }, "a service run failed");
    if (error instanceof ServiceTimedOut) return { ...failed, status: "timed_out", problem: error.code };
    return { ...failed, problem: "services.failed" };
  }
}
