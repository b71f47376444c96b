import { z } from "zod";
import { quotaKinds } from "@/lib/quotas/types";
import { needsWholeFile, type ServiceQuote } from "@/lib/services/types";

const milli = z
  .string()
  .regex(/^-?\d+$/)
  .transform(BigInt);
const split = z.object({ subscriptionMilli: milli, paygMilli: milli });

const quoteSchema = z.object({
  quoteMilli: milli,
  missingMilli: milli,
  balance: split.extend({ totalMilli: milli }),
  split: split.nullable(),
});

/** What `quotas.exceeded` tells; another problem has none of it. */
const quotaSchema = z.object({
  kind: z.enum(quotaKinds),
  limit: z.number(),
  used: z.number(),
  resetsAt: z.iso
    .datetime()
    .transform((at) => new Date(at))
    .nullable(),
});

const problemSchema = z.object({
  code: z.string(),
  fields: z.record(z.string(), z.array(z.string())).optional(),
  field: z.string().optional(),
  problem: z.string().optional(),
});

export type FormProblem = z.infer<typeof problemSchema> & { quota?: z.infer<typeof quotaSchema> };
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: FormProblem };

const headBytes = 512_000;
const largeFile = 2 * headBytes;

async function post<T>(
  url: string,
  body: FormData,
  call: { schema: z.ZodType<T>; signal?: AbortSignal },
): Promise<Answer<T>> {
  const { schema, signal = null } = call;
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      signal,
      headers: { accept: "application/json" },
    });
    const json: unknown = await response.json();
    return response.ok ? { ok: true, value: schema.parse(json) } : { ok: false, problem: readProblem(json) };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, problem: { code: "network" } };
  }
}

function readProblem(json: unknown): FormProblem {
  const problem = problemSchema.parse(json);
  return problem.code === "quotas.exceeded" ? { ...problem, quota: quotaSchema.parse(json) } : problem;
}

/** Asks for the price. Of a large file only the beginning is sent, unless the server needs it all. */
export async function sendQuote(
  slug: string,
  form: FormData,
  signal: AbortSignal,
): Promise<Answer<ServiceQuote>> {
  const url = `/services/${slug}/quote`;
  const head = toHead(form);
  const answer = await post(url, head ?? form, { schema: quoteSchema, signal });
  const whole = head !== null && !answer.ok && answer.problem.problem === needsWholeFile;
  return whole ? post(url, form, { schema: quoteSchema, signal }) : answer;
}

function toHead(form: FormData): FormData | null {
  const head = new FormData();
  let cut = false;
  for (const [name, value] of form) {
    if (value instanceof File && value.size > largeFile) {
      head.append(name, value.slice(0, headBytes, value.type), value.name);
      cut = true;
    } else head.append(name, value);
  }
  if (cut) head.append("partial", "1");
  return cut ? head : null;
}

/** Sends the form for good. Safe to repeat with the same run key. */
export function sendRun(slug: string, form: FormData): Promise<Answer<{ runId: string }>> {
  return post(`/services/${slug}/run`, form, { schema: z.object({ runId: z.string() }) });
}
