import { type Contract, type ContractRoute } from "../contract/contract";
import { type ContractValidator, isRecord } from "../contract/contract-validator";
import { decodeParams, type FormValue } from "../contract/decode-params";
import { requestError } from "./request-problems";

interface ReadOptions {
  validator: ContractValidator | null;
  /** The caller pinned our API version, so a parameter we do not know is a mistake and not another version's. */
  strict: boolean;
}

/** Turns the form of a request into the typed parameters of its route, or refuses it as Stripe would. */
export function readParams(
  contract: Contract,
  { route, form }: { route: ContractRoute; form: FormValue },
  { validator, strict }: ReadOptions,
): Record<string, unknown> {
  const params = decodeParams(contract, route.params, form) as Record<string, unknown>;
  if (!validator) return params;
  const check = validator.checkOf(route.params);
  let problems = check(params);
  if (!strict && problems.some((problem) => problem.keyword === "additionalProperties")) {
    for (const problem of problems) {
      if (problem.keyword === "additionalProperties") {
        remove(params, problem.path, problem.property);
      }
    }
    problems = check(params);
  }
  if (problems.length > 0) throw requestError(problems);
  return params;
}

function remove(params: Record<string, unknown>, pointer: string, key: string): void {
  let node: unknown = params;
  for (const part of pointer.split("/").slice(1)) {
    node = Array.isArray(node) ? (node as unknown[])[Number(part)] : isRecord(node) ? node[part] : undefined;
  }
  if (isRecord(node)) Reflect.deleteProperty(node, key);
}
