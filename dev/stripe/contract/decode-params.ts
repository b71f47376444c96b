import { type Contract } from "./contract";
import { isRecord } from "./contract-validator";
import { type JsonSchema } from "./json-schema";

/** What a form body or query string holds before anyone knows its types. */
export type FormValue = string | { [key: string]: FormValue };

/**
 * Gives the strings of a form the types its route expects. What does not fit stays as it came,
 * so that validation can report it in the caller's own words.
 */
export function decodeParams(contract: Contract, schema: JsonSchema, value: FormValue): unknown {
  const branches = branchesOf(contract, schema);
  if (typeof value === "string") return decodeLeaf(branches, value);
  const list = branches.find((branch) => branch.type === "array");
  const keys = Object.keys(value);
  if (list && keys.every((key) => /^\d+$/.test(key))) {
    const order = keys.sort((a, b) => Number(a) - Number(b));
    return order.map((key) => decodeParams(contract, list.items ?? {}, value[key] ?? ""));
  }
  const object = branches.find((branch) => branch.type === "object");
  const decoded = keys.map((key) => {
    const schemaOfKey = object?.properties?.[key] ?? object?.additionalProperties;
    const child = value[key] ?? "";
    return [key, isRecord(schemaOfKey) ? decodeParams(contract, schemaOfKey, child) : child];
  });
  return Object.fromEntries(decoded) as unknown;
}

function decodeLeaf(branches: JsonSchema[], value: string): unknown {
  if (branches.some((branch) => branch.type === "string" || branch.enum?.includes(value))) return value;
  const types = new Set(branches.map((branch) => branch.type));
  if (types.has("boolean") && (value === "true" || value === "false")) return value === "true";
  if (types.has("integer") && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (types.has("number") && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  return value;
}

/** The alternatives of a schema, references followed. */
export function branchesOf(contract: Contract, schema: JsonSchema): JsonSchema[] {
  if (schema.ref !== undefined) return branchesOf(contract, contract.schemas[schema.ref] ?? {});
  return schema.anyOf ? schema.anyOf.flatMap((branch) => branchesOf(contract, branch)) : [schema];
}
