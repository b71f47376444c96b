import { type Contract } from "../contract/contract";
import { isRecord } from "../contract/contract-validator";
import { branchesOf } from "../contract/decode-params";
import { type JsonSchema } from "../contract/json-schema";
import { type Engine } from "../engine/engine";
import { INCLUDABLE } from "../routes/includable";
import { invalidRequest, notImplemented, type StripeError } from "./stripe-error";

/** https://docs.stripe.com/expand: at most four levels, counted with the `data` of a list. */
const MAX_LEVELS = 4;

/** What is left of a path, and the contract's word on the part of the answer it starts from. */
interface Place {
  keys: string[];
  path: string;
  /** Of a part that is no object of its own, such as `payment` of an invoice payment. */
  schema: JsonSchema | null;
}

/** Replaces ids by their objects along the paths the caller asked for. */
export function expand(engine: Engine, answer: unknown, paths: string[]): unknown {
  if (paths.length === 0) return answer;
  const copy = structuredClone(answer);
  for (const path of paths) {
    const keys = path.split(".");
    if (keys.length > MAX_LEVELS) {
      throw invalidRequest(
        `You cannot expand more than ${MAX_LEVELS} levels of a property. Property: ${path}`,
        { param: "expand" },
      );
    }
    expandInto(engine, copy, { keys, path, schema: null });
  }
  return copy;
}

function expandInto(engine: Engine, node: unknown, { keys, path, schema }: Place): void {
  if (Array.isArray(node)) {
    for (const item of node) expandInto(engine, item, { keys, path, schema });
    return;
  }
  const [key, ...rest] = keys;
  if (key === undefined || !isRecord(node)) return;
  const value = node[key];
  const branches = propertyBranches(engine.contract, { node, key, schema });
  if (Array.isArray(value) && value.some((item) => typeof item === "string")) {
    const items = branches.flatMap((branch) => branchesOf(engine.contract, branch.items ?? {}));
    if (!items.some((item) => item.stripeObject)) throw notExpandable(path);
    node[key] = value.map((id) =>
      structuredClone(engine.store.objects.findEvenDeleted(String(id)) ?? (id as unknown)),
    );
  }
  if (typeof value === "string" || value === undefined || value === null) {
    node[key] = structuredClone(load(engine, { node, key, path }, branches) ?? value);
    if (node[key] === undefined) Reflect.deleteProperty(node, key);
  }
  const part = branches.find(({ type }) => type === "object") ?? null;
  expandInto(engine, node[key], { keys: rest, path, schema: part });
}

/** The object behind an id, or the list an object carries only when asked for it. */
function load(
  engine: Engine,
  { node, key, path }: { node: Record<string, unknown>; key: string; path: string },
  branches: JsonSchema[],
): unknown {
  const object = String(node.object);
  const included = INCLUDABLE[object]?.[key];
  if (included) return included(engine, node);
  const isLeftOut = branches.some(({ type }) => type === "object") && node[key] === undefined;
  if (isLeftOut || branches.some((branch) => branch.properties?.object?.const === "list")) {
    throw notImplemented(`the expansion of ${object}.${key}`);
  }
  if (!branches.some((branch) => branch.stripeObject)) throw notExpandable(path);
  const id = node[key];
  return typeof id === "string" ? engine.store.objects.findEvenDeleted(id) : undefined;
}

function notExpandable(path: string): StripeError {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: "expand" });
}

/** What the contract lets a property be: by the object that has it, or by the part of an object. */
function propertyBranches(
  contract: Contract,
  { node, key, schema }: { node: Record<string, unknown>; key: string; schema: JsonSchema | null },
): JsonSchema[] {
  const own = contract.schemas[contract.objects[String(node.object)] ?? ""] ?? schema;
  const property = own?.properties?.[key];
  return property ? branchesOf(contract, property) : [];
}
