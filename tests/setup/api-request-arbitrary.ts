import fc from "fast-check";
import { apiDocument, type DocumentedOperation } from "./api-document";
import { toArbitrary } from "./schema-arbitrary";

export interface FuzzedRequest {
  operation: string;
  /** Whose key it has: one of those given, none, or a text that is none. */
  key: number | string | null;
  params: Record<string, string>;
  query: string;
  headers: Record<string, string>;
  body: FuzzedBody | null;
}

type FuzzedBody =
  | { kind: "json"; value: unknown }
  | { kind: "bytes"; bytes: Uint8Array }
  | { kind: "form"; fields: Record<string, string>; files: Record<string, Uint8Array> };

const nasty = fc.constantFrom(
  ...[
    "",
    " ",
    "0",
    "-1",
    "1e309",
    "NaN",
    "null",
    "undefined",
    "true",
    "[]",
    "{}",
    "__proto__",
    "constructor",
  ],
  ...[
    "../../etc/passwd",
    "%00",
    "\u0000",
    "'; DROP TABLE users; --",
    "${7*7}",
    "9".repeat(400),
    "\u202e",
    "👍",
  ],
);
const anyText = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 60 }));
const headerText = fc.stringMatching(/^[\x20-\x7e\x80-\xff]{0,40}$/).map((value) => value.trim());
const often = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: odd });

/** A parameter as the document says, or not. */
function parameter(schema: object, known: readonly string[] = []): fc.Arbitrary<string> {
  const allowed = toArbitrary(schema).map(String);
  return often(known.length > 0 ? fc.oneof(fc.constantFrom(...known), allowed) : allowed, anyText);
}

/** At most one, as a chance value of each would leave no request unbroken. */
const oneHeader: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.record({
      "Idempotency-Key": fc.oneof(fc.constantFrom("a", "b", "c"), fc.uuid(), headerText),
    }),
  },
  { weight: 1, arbitrary: fc.record({ "Content-Encoding": fc.constantFrom("gzip", "identity", "") }) },
  {
    weight: 1,
    arbitrary: fc.record({
      "Content-Type": fc.oneof(fc.constantFrom("application/json", "multipart/form-data"), headerText),
    }),
  },
  { weight: 1, arbitrary: fc.record({ "Content-Length": fc.constantFrom("0", "99999999999", "-1", "x") }) },
);

const serviceInput = fc.record(
  {
    text: often(fc.lorem({ maxCount: 30 }), anyText),
    image: anyText,
    format: fc.oneof(fc.constantFrom("webp", "avif", "jpeg"), anyText),
    quality: fc.oneof(fc.integer({ min: 1, max: 100 }).map(String), anyText),
  },
  { requiredKeys: [] },
);

function body(operation: DocumentedOperation, image: Uint8Array): fc.Arbitrary<FuzzedBody | null> {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (!schema) return fc.constant(null);
  const asDocumented = toArbitrary(schema);
  const file = fc.oneof(fc.constant(image), fc.uint8Array({ maxLength: 300 }));
  const json = (value: unknown): FuzzedBody => ({ kind: "json", value });
  return fc.oneof(
    serviceInput.map((input) => json({ input })),
    fc.tuple(serviceInput, asDocumented).map(([input, call]) => json({ ...(call as object), input })),
    asDocumented.map(json),
    fc.jsonValue().map(json),
    fc.uint8Array({ maxLength: 200 }).map((bytes): FuzzedBody => ({ kind: "bytes", bytes })),
    fc
      .record({
        fields: serviceInput,
        files: fc.dictionary(fc.constantFrom("image", "text", "maxCredits"), file),
      })
      .map((form): FuzzedBody => ({
        kind: "form",
        fields: form.fields,
        files: form.files,
      })),
    fc.constant(null),
  );
}

/** Requests as the document of the API describes them, and bent ones. */
export function apiRequests({
  keys,
  known,
  image,
}: {
  keys: number;
  /** Values of path parameters that exist. */
  known: Readonly<Record<string, readonly string[]>>;
  image: Uint8Array;
}): fc.Arbitrary<FuzzedRequest> {
  const all = Object.entries(apiDocument.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );
  const forOperation = ({ name, operation }: (typeof all)[number]) => {
    const of = (place: string) => (operation.parameters ?? []).filter((param) => param.in === place);
    const record = (place: string, requiredKeys: string[]) =>
      fc.record(
        Object.fromEntries(
          of(place).map((param) => [param.name, parameter(param.schema, known[param.name])]),
        ),
        { requiredKeys },
      );
    return fc.record({
      operation: fc.constant(name),
      key: fc.oneof(
        { weight: 20, arbitrary: fc.nat(keys - 1) },
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: headerText },
      ),
      params: record(
        "path",
        of("path").map((param) => param.name),
      ),
      query: often(
        record("query", []).map((pairs) => new URLSearchParams(pairs as Record<string, string>).toString()),
        fc.webQueryParameters(),
      ),
      headers: oneHeader,
      body: body(operation, image),
    });
  };
  return fc.oneof(...all.map(forOperation));
}
