import fc from "fast-check";
import { apiDocument } from "./api-document";

interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
}

function resolve(ref: string): Schema {
  const schema = apiDocument.components.schemas[ref.replace("#/components/schemas/", "")];
  if (!schema) throw new Error(`the document has no ${ref}`);
  return schema;
}

function text({ pattern, format }: Schema): fc.Arbitrary<string> {
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  if (format === "uuid") return fc.uuid();
  if (format === "date")
    return fc
      .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  return fc.string({ unit: "binary", maxLength: 80 });
}

function object({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
  const known = Object.entries(properties).map(([name, schema]) => [name, toArbitrary(schema)] as const);
  const record = fc.record(Object.fromEntries(known), { requiredKeys: required });
  if (typeof additionalProperties !== "object") return record;
  const more = fc.dictionary(fc.string({ maxLength: 10 }), toArbitrary(additionalProperties), { maxKeys: 4 });
  return fc.tuple(more, record).map(([extra, own]) => ({ ...extra, ...(own as object) }));
}

/** Values that a schema of the document allows; what it does not say is left to chance. */
export function toArbitrary(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref) return toArbitrary(resolve(schema.$ref));
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(toArbitrary));
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const { minimum = -1e9, maximum = 1e9 } = schema;
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "string":
      return text(schema);
    case "integer":
      return fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) });
    case "number":
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(toArbitrary(schema.items ?? {}), { maxLength: 5 });
    case "object":
      return object(schema);
    default:
      return fc.jsonValue();
  }
}
