import { type Contract } from "../contract/contract";
import { isRecord } from "../contract/contract-validator";
import { branchesOf } from "../contract/decode-params";
import { type Engine } from "../engine/engine";
import { INCLUDABLE } from "../routes/includable";
import { invalidRequest, notImplemented } from "./stripe-error";

/** https://docs.stripe.com/expand: at most four levels, counted with the `data` of a list. */
const MAX_LEVELS = 4;

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
    expandInto(engine, copy, { keys, path });
  }
  return copy;
}

function expandInto(engine: Engine, node: unknown, { keys, path }: { keys: string[]; path: string }): void {
  if (Array.isArray(node)) {
    for (const item of node) expandInto(engine, item, { keys, path });
    return;
  }
  const [key, ...rest] = keys;
  if (key === undefined || !isRecord(node)) return;
  const value = node[key];
  if (typeof value === "string" || value === undefined || value === null) {
    node[key] = load(engine, { node, key, path }) ?? value;
    if (node[key] === undefined) Reflect.deleteProperty(node, key);
  }
  expandInto(engine, node[key], { keys: rest, path });
}

/** The object behind an id, or the list an object carries only when asked for it. */
function load(
  engine: Engine,
  { node, key, path }: { node: Record<string, unknown>; key: string; path: string },
): unknown {
  const object = String(node.object);
  const included = INCLUDABLE[object]?.[key];
  if (included) return included(engine, node);
  const kind = expansionKind(engine.contract, object, key);
  if (kind === "list") throw notImplemented(`the expansion of ${object}.${key}`);
  if (kind === null) {
    throw invalidRequest(`This property cannot be expanded (${path}).`, { param: "expand" });
  }
  const id = node[key];
  return typeof id === "string" ? engine.store.objects.findEvenDeleted(id) : undefined;
}

function expansionKind(contract: Contract, object: string, key: string): "object" | "list" | null {
  const schema = contract.schemas[contract.objects[object] ?? ""]?.properties?.[key];
  if (!schema) return null;
  const branches = branchesOf(contract, schema);
  if (branches.some((branch) => branch.stripeObject)) return "object";
  return branches.some((branch) => branch.properties?.object?.const === "list") ? "list" : null;
}
