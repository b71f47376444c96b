import { z } from "zod";
import { defineService, type Service } from "@/lib/services/define-service";

type Spec = Parameters<typeof defineService<typeof input, typeof output>>[0];

const input = z.object({ text: z.string().min(1, "Write something.") });
const output = z.object({ text: z.string() });

/** A service that costs 5 credits and returns its text in capitals. */
export function createService(overrides: Partial<Spec> = {}): Service {
  return defineService({
    slug: "test-service",
    title: "Test service",
    summary: "For tests.",
    icon: "spark",
    price: { creditsMilli: 5000n, per: "run" },
    timeoutMs: 10_000,
    fields: [],
    problems: {},
    input,
    output,
    quote: () => 5000n,
    run: ({ input: { text } }) => Promise.resolve({ output: { text: text.toUpperCase() } }),
    present: ({ text }) => [{ kind: "note", text }],
    ...overrides,
  });
}
