import { afterEach, expect, test, vi } from "vitest";
import { DomainError, type ErrorKind } from "@/lib/shared/errors";
import { recordingLog } from "@/tests/fakes/recording-log";
import { toProblem } from "./to-problem";

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each<[ErrorKind, number]>([
  ["invalid", 400],
  ["unauthenticated", 401],
  ["forbidden", 403],
  ["not_found", 404],
  ["conflict", 409],
  ["rate_limited", 429],
  ["unavailable", 503],
])(
  "an expected failure of kind %s answers %i with its code and figures, and is not logged",
  async (kind, status) => {
    const log = recordingLog();
    const response = toProblem(
      new DomainError("credits.insufficient", kind, { meta: { missingMilli: 5n } }),
      log,
    );
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({
      status,
      code: "credits.insufficient",
      missingMilli: "5",
      type: "about:blank",
    });
    expect(log.lines).toEqual([]);
  },
);

test("a limit tells the seconds to wait in the header that clients know", () => {
  const error = new DomainError("rate_limits.exceeded", "rate_limited", { meta: { retryAfterSeconds: 42 } });
  expect(toProblem(error, recordingLog()).headers.get("retry-after")).toBe("42");
});

test.each([
  ["forbidden", 1],
  ["not_found", 0],
] as const)("of a request that meets %s, %i line is logged, with where it came from", (kind, count) => {
  vi.stubEnv("CLIENT_IP_HEADER", "x-real-ip");
  const log = recordingLog();
  const headers = { "x-real-ip": "203.0.113.5" };
  const request = new Request("https://app.example/billing/documents/1?secret=2", { headers });
  toProblem(new DomainError("billing.closed", kind), log, request);
  const facts = { method: "GET", path: "/billing/documents/1", ip: "203.0.113.5" };
  const line = { level: "info", bindings: { code: "billing.closed", ...facts }, message: "refused" };
  expect(log.lines).toEqual(count === 0 ? [] : [line]);
});

test("a bug is logged once under the reference that is shown, and nothing of it is told", async () => {
  const log = recordingLog();
  const response = toProblem(new Error("password=hunter2"), log);
  const body = (await response.json()) as { reference: string };
  expect(response.status).toBe(500);
  expect(JSON.stringify(body)).not.toContain("hunter2");
  expect(log.lines).toEqual([
    expect.objectContaining({
      level: "error",
      bindings: expect.objectContaining({ reference: body.reference }) as unknown,
    }),
  ]);
});
