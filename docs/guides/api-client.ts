/** A small client of the QuickScale API. Copy it; it needs nothing but `fetch`. */

export interface Balance {
  available: string;
  subscription: string;
  payAsYouGo: string;
  held: string;
  frozen: string;
  debt: string;
}

export interface Quote {
  quote: string;
  available: string;
  missing: string;
  payment: { subscription: string; payAsYouGo: string } | null;
}

export interface Run<Output = unknown> {
  id: string;
  service: string;
  status: "running" | "succeeded" | "failed" | "timed_out" | "abandoned";
  quoted: string;
  charged: string;
  problem: string | null;
  output: Output | null;
  file: { name: string; mediaType: string; byteSize: number; url: string; availableUntil: string } | null;
}

interface Problem {
  code: string;
  title: string;
  status: number;
  requestId: string;
  retryAfterSeconds?: number;
  /** Of a limit of your plan. */
  kind?: string;
  limit?: number;
  used?: number;
  resetsAt?: string | null;
  available?: string;
  required?: string;
  missing?: string;
}

/** What the API refused. Decide by `problem.code`; it never changes. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.title} (${problem.requestId})`);
    this.name = "ApiError";
  }
}

type Input = Readonly<Record<string, string | number | boolean>>;

const worthRepeating = new Set([409, 429, 500, 502, 503, 504]);
/** A limit of a day or a month is not waited for. */
const longestPauseSeconds = 60;
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

export class QuickScale {
  constructor(private readonly options: { url: string; key: string; tries?: number }) {}

  balance(): Promise<Balance> {
    return this.send<Balance>("GET", "/balance");
  }

  quote(service: string, input: Input): Promise<Quote> {
    return this.send<Quote>("POST", `/services/${service}/quote`, { body: { input } });
  }

  /** Safe to repeat, by itself and by you with the same `idempotencyKey`: it runs and is charged once. */
  run<Output>(
    service: string,
    input: Input,
    {
      idempotencyKey = crypto.randomUUID(),
      maxCredits,
    }: { idempotencyKey?: string; maxCredits?: string } = {},
  ): Promise<Run<Output>> {
    const body = { input, ...(maxCredits === undefined ? {} : { maxCredits }) };
    return this.send<Run<Output>>("POST", `/services/${service}/run`, { body, idempotencyKey });
  }

  private async send<Answer>(
    method: "GET" | "POST",
    path: string,
    { body, idempotencyKey }: { body?: object; idempotencyKey?: string } = {},
  ): Promise<Answer> {
    const { url, key, tries = 4 } = this.options;
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body ? { "content-type": "application/json" } : {}),
      ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
    };
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (response.ok) return (await response.json()) as Answer;
      const problem = (await response.json()) as Problem;
      const seconds = problem.retryAfterSeconds ?? attempt;
      const final =
        problem.code === "services.quote_changed" ||
        !worthRepeating.has(response.status) ||
        seconds > longestPauseSeconds;
      if (final || attempt >= tries) throw new ApiError(problem);
      await pause(seconds);
    }
  }
}
