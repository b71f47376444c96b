import { resolve, type ApiDocument, type Schema } from "./document";

const formats: Readonly<Record<string, string>> = {
  uuid: "0190a0a0-7c1e-7000-8000-3f6c2b1d9e42",
  date: "2026-11-22",
  "date-time": "2026-11-22T08:30:00.000Z",
};

const scalars: Readonly<Record<string, unknown>> = { integer: 1, number: 1, boolean: true, null: null };

/** One value that a schema allows, as people would write it. */
export function toExample(document: ApiDocument, asked: Schema): unknown {
  const schema = resolve(document, asked);
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  const [first] = schema.enum ?? [];
  if (first !== undefined) return first;
  const [choice] = schema.anyOf ?? [];
  if (choice) return toExample(document, choice);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "array") return [toExample(document, schema.items ?? {})];
  if (type === "object") {
    const fields = Object.entries(schema.properties ?? {});
    return Object.fromEntries(fields.map(([name, field]) => [name, toExample(document, field)]));
  }
  if (type === "string") return formats[schema.format ?? ""] ?? "…";
  return scalars[type ?? "null"] ?? null;
}
