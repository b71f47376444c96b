import { createApiKey } from "@/lib/api-keys";
import { apiScopes, type ApiScope } from "@/lib/api-keys/types";
import type { AppContext } from "@/lib/context";
import { getBalance, grantCredits } from "@/lib/credits";
import { createQuotaOverride } from "@/tests/factories/quota";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { findDeviations } from "./api-document";
import { apiHandlers } from "./api-handlers";
import { createTestDatabase } from "./test-database";

const appUrl = "http://localhost:3000";

interface Call {
  key?: string;
  params?: Record<string, string>;
  query?: string;
  headers?: Record<string, string>;
  json?: unknown;
  body?: BodyInit;
}

/** The API without a server: its real handlers on a database of this file's own. Call it once per file. */
export async function openApiWorld() {
  const db = await createTestDatabase(20);
  const clock = fixedClock(new Date());
  const log = recordingLog();
  const ctx = {
    db,
    clock,
    systemClock: clock,
    log,
    appUrl,
    actor: { kind: "anonymous" },
  } as unknown as AppContext;
  (globalThis as { quickscaleContext?: AppContext }).quickscaleContext = ctx;

  /** Calls an operation of the document, such as "get /services/{slug}". Every answer must be as documented. */
  async function call(
    operation: string,
    { key, params = {}, query = "", headers = {}, json, body }: Call = {},
  ) {
    const [method = "", path = ""] = operation.split(" ");
    const address = path.replace(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(params[name] ?? ""),
    );
    const request = new Request(`${appUrl}/api/v1${address}${query}`, {
      method: method.toUpperCase(),
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(body === undefined ? {} : { body, duplex: "half" }),
    });
    const handler = apiHandlers[operation];
    if (!handler) throw new Error(`no handler for ${operation}`);
    const response = await handler(request, {
      // As Next has it: none where the address has none.
      params: Promise.resolve(path.includes("{") ? params : undefined),
    });
    const deviations = await findDeviations(operation, response);
    if (response.headers.get("cache-control") !== "no-store") deviations.push("kept by caches");
    if (deviations.length > 0) throw new Error(deviations.join("\n"));
    return response;
  }

  /** A member with whole credits and a key. */
  async function createProgram({
    credits = 0,
    scopes = [...apiScopes],
  }: { credits?: number; scopes?: ApiScope[] } = {}) {
    const { id: userId } = await createUser(db);
    for (const kind of ["runs_per_day", "api_calls_per_minute", "api_calls_per_month"] as const)
      await createQuotaOverride(db, { userId, kind, limit: 1_000_000n });
    if (credits > 0) {
      const creditsMilli = BigInt(credits) * 1000n;
      await grantCredits(ctx, { userId, key: "test:grant", kind: "payg", creditsMilli, description: "Pack" });
    }
    const actor = { kind: "user", userId, role: "member", sessionId: userId } as const;
    const origin = { ip: null, userAgent: null };
    const input = { name: "Program", scopes, expiresInDays: null };
    const { secret } = await createApiKey({ ...ctx, actor }, input, { mode: "test", origin });
    return { userId, key: secret };
  }

  /** Status and body of a JSON answer. */
  async function ask(operation: string, options: Call = {}): Promise<{ status: number; body: unknown }> {
    const response = await call(operation, options);
    return { status: response.status, body: await response.json() };
  }

  return {
    ...{ ctx, db, clock, log, call, ask, createProgram },
    balanceOf: async (userId: string) => (await getBalance(ctx, userId)).totalMilli,
    /** Nobody is limited any more. */
    forgetLimits: () => db.prisma.rateLimit.deleteMany(),
  };
}
