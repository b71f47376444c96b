import { type Contract } from "./contract";
import { type JsonSchema } from "./json-schema";
import { settled } from "./settled";

/**
 * The smallest complete object of a type: every required property, as empty as its schema allows
 * (null before anything else). Behaviour then only writes what it means.
 */
export function defaultObject(contract: Contract, object: string): Record<string, unknown> {
  return defaultPart(contract, object, "");
}

/** The empty form of a part of an object, such as `card` of a payment method. */
export function defaultPart(contract: Contract, object: string, path: string): Record<string, unknown> {
  const known = emptyParts.get(contract) ?? new Map<string, Record<string, unknown>>();
  emptyParts.set(contract, known);
  const name = `${object}.${path}`;
  let empty = known.get(name);
  if (!empty) known.set(name, (empty = settled(emptyPart(contract, object, path))));
  return empty;
}

/** Worked out once, and frozen: an object is made by spreading it. */
const emptyParts = new WeakMap<Contract, Map<string, Record<string, unknown>>>();

function emptyPart(contract: Contract, object: string, path: string): Record<string, unknown> {
  let schema = contract.schemas[contract.objects[object] ?? ""];
  for (const key of path.split(".").filter(Boolean)) {
    schema = schema && partOf(contract, schema.properties?.[key]);
  }
  if (!schema) throw new Error(`The contract knows no object "${object}", or no "${path}" of it`);
  return defaultProperties(contract, schema);
}

function partOf(contract: Contract, schema: JsonSchema | undefined): JsonSchema | undefined {
  const resolved = schema && resolve(contract, schema);
  const branches = resolved?.anyOf?.map((branch) => resolve(contract, branch)) ?? [resolved];
  return branches.find((branch) => branch?.type === "object");
}

function resolve(contract: Contract, schema: JsonSchema): JsonSchema {
  return schema.ref === undefined ? schema : (contract.schemas[schema.ref] ?? {});
}

function defaultProperties(contract: Contract, schema: JsonSchema): Record<string, unknown> {
  const entries = (schema.required ?? []).map((key) => [
    key,
    defaultValue(contract, schema.properties?.[key] ?? {}),
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function defaultValue(contract: Contract, unresolved: JsonSchema): unknown {
  const schema = resolve(contract, unresolved);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) {
    if (schema.anyOf.some((branch) => branch.type === "null")) return null;
    return defaultValue(contract, schema.anyOf[0] ?? {});
  }
  switch (schema.type) {
    case "object":
      return schema.properties?.object?.const === "list"
        ? { object: "list", data: [], has_more: false, url: "" }
        : defaultProperties(contract, schema);
    case "array":
      return [];
    case "string":
      return schema.pattern ? "0" : ""; // decimal amounts are the only strings with a pattern
    case "boolean":
      return false;
    case "number":
    case "integer":
      return 0;
    default:
      return null;
  }
}
