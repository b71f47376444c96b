import { isRecord } from "../contract/contract-validator";
import { invalidRequest } from "../server/stripe-error";

type Operator = ":" | "~" | ">" | "<" | ">=" | "<=";

interface Clause {
  negated: boolean;
  path: string[];
  operator: Operator;
  value: string | null;
}

export interface Search {
  joinedBy: "AND" | "OR";
  clauses: Clause[];
}

const CLAUSE =
  /^\s*(-)?([a-z_]+(?:\.[a-z_]+)*)(?:\[["']([^"']+)["']\])?\s*(:|~|>=|<=|>|<)\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(null|-?[\d.]+|true|false))\s*/;

/** Reads Stripe's query language: clauses joined by AND or by OR, never by both. */
export function parseSearch(query: string): Search {
  const clauses: Clause[] = [];
  const joints = new Set<string>();
  let rest = query;
  for (;;) {
    const match = CLAUSE.exec(rest);
    if (!match) throw unreadable(query);
    clauses.push(clauseOf(match));
    rest = rest.slice(match[0].length);
    if (rest === "") break;
    const joint = /^(AND|OR|and|or)\s+/.exec(rest);
    joints.add(joint?.[1]?.toUpperCase() ?? "AND");
    rest = rest.slice(joint?.[0].length ?? 0);
  }
  if (joints.size > 1) {
    throw invalidRequest("Queries can use either AND or OR, but not both.", { param: "query" });
  }
  return { joinedBy: joints.has("OR") ? "OR" : "AND", clauses };
}

export function matchesSearch({ joinedBy, clauses }: Search, object: Record<string, unknown>): boolean {
  const test = (clause: Clause): boolean => matchesClause(clause, object) !== clause.negated;
  return joinedBy === "OR" ? clauses.some(test) : clauses.every(test);
}

function clauseOf(match: RegExpExecArray): Clause {
  const [, minus, path = "", key, operator, double, single, bare] = match;
  const quoted = double ?? single;
  return {
    negated: minus !== undefined,
    path: [...path.split("."), ...(key === undefined ? [] : [key])],
    operator: operator as Operator,
    value: quoted === undefined ? (bare === "null" ? null : (bare ?? "")) : quoted.replaceAll(/\\(.)/g, "$1"),
  };
}

function matchesClause({ path, operator, value }: Clause, object: Record<string, unknown>): boolean {
  let found: unknown = object;
  for (const key of path) found = isRecord(found) ? found[key] : undefined;
  if (value === null) return found === null || found === undefined;
  if (typeof found !== "string" && typeof found !== "number" && typeof found !== "boolean") return false;
  switch (operator) {
    case ":":
      return String(found).toLowerCase() === value.toLowerCase();
    case "~":
      return String(found).toLowerCase().includes(value.toLowerCase());
    case ">":
      return Number(found) > Number(value);
    case ">=":
      return Number(found) >= Number(value);
    case "<":
      return Number(found) < Number(value);
    case "<=":
      return Number(found) <= Number(value);
  }
}

function unreadable(query: string) {
  return invalidRequest(
    `We were unable to parse your search query: ${query}. It should look like: field:"value" AND metadata["key"]:"value".`,
    { param: "query" },
  );
}
