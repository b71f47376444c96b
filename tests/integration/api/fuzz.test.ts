import fc from "fast-check";
import { expect, test } from "vitest";
import { verifyLedger } from "@/lib/credits";
import { createImage } from "@/tests/factories/image";
import { apiRequests, type FuzzedRequest } from "@/tests/setup/api-request-arbitrary";
import { openApiWorld } from "@/tests/setup/api-world";

const api = await openApiWorld();
/** `npm run test:api-fuzz` sends more. */
const requests = Number(process.env.API_FUZZ_REQUESTS ?? 300);

function toBody({ body }: FuzzedRequest): { json?: unknown; body?: BodyInit } {
  if (!body) return {};
  if (body.kind === "json") return { json: body.value };
  if (body.kind === "bytes") return { body: new Uint8Array(body.bytes) };
  const form = new FormData();
  for (const [name, value] of Object.entries(body.fields)) form.append(name, value);
  for (const [name, bytes] of Object.entries(body.files))
    form.append(name, new File([new Uint8Array(bytes)], "f"));
  return { body: form };
}

test(
  `of ${requests} requests as the document describes them, and bent ones, each is answered as it says and none with 500`,
  { timeout: 60_000 + requests * 100 },
  async () => {
    const programs = [
      await api.createProgram({ credits: 1_000 }),
      await api.createProgram(),
      await api.createProgram({ credits: 50, scopes: ["services:run", "usage:read"] }),
    ];
    const json = { input: { text: "Known." } };
    const run = await api.ask("post /services/{slug}/run", {
      ...{ key: programs[0]!.key, params: { slug: "word-counter" }, json },
    });
    const known = {
      slug: ["text-statistics", "image-optimiser", "word-counter"],
      id: [(run.body as { id: string }).id],
    };
    const image = new Uint8Array(await createImage("png", { width: 20, height: 20 }));
    const seen = new Map<number, number>();
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(apiRequests({ keys: programs.length, known, image }), async (request) => {
        if (sent++ % 20 === 0) await api.forgetLimits();
        const { operation, key, params, query, headers } = request;
        const secret = typeof key === "number" ? programs[key]!.key : key;
        const response = await api.call(operation, {
          ...{ params, headers, query: query && `?${query}`, ...toBody(request) },
          ...(secret === null ? {} : { key: secret }),
        });
        seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
        expect(response.status).not.toBe(500);
      }),
      { numRuns: requests },
    );
    // Few requests may miss a rare kind of answer.
    const met = requests < 2_000 ? [200, 400] : [200, 201, 400, 401, 402, 403, 404, 413, 415, 422];
    expect([...seen.keys()]).toEqual(expect.arrayContaining(met));
    expect(api.log.lines.filter(({ message }) => message.includes("unexpected"))).toEqual([]);
    expect((await verifyLedger(api.ctx)).differences).toEqual([]);
  },
);
