import { randomUUID } from "node:crypto";
import { runService, toFingerprint } from "@/lib/services";
import type { RunView } from "@/lib/services/types";
import type { ApiCall } from "./api-context";
import { readIdempotencyKey } from "./read-idempotency-key";
import { readServiceCall } from "./read-service-call";
import { runOnce } from "./run-once";

/**
 * Runs a service as a request asks for it: once per Idempotency-Key, or once more each time without one.
 * @throws ApiRefusal and what `runService` throws
 */
export async function runServiceCall({
  ctx,
  caller: { userId },
  request,
  params: { slug },
}: ApiCall<{ slug: string }, unknown>): Promise<{ run: RunView; replayed: boolean }> {
  const keyHash = readIdempotencyKey(request.headers);
  const call = await readServiceCall(request, slug);
  const run = (key: string) => runService(ctx, { slug, userId, key, source: "api", ...call });
  if (keyHash === null) return { run: await run(randomUUID()), replayed: false };
  const agreed = call.approvedMilli?.toString() ?? "";
  const fingerprint = toFingerprint(keyHash, `${slug} ${agreed}`, call.input);
  return runOnce(ctx, { userId, keyHash, fingerprint, run });
}
