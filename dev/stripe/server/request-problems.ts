import { type Problem } from "../contract/contract-validator";
import { emptyValue } from "../engine/text-limits";
import { invalidRequest, type StripeError } from "./stripe-error";

/** The first problem of a request, as the error Stripe documents for it. */
export function requestError(problems: Problem[]): StripeError {
  const problem = mostTelling(problems);
  const param = bracketed(problem.path);
  switch (problem.keyword) {
    case "additionalProperties": {
      const unknown = bracketed(`${problem.path}/${problem.property}`);
      return invalidRequest(`Received unknown parameter: ${unknown}`, {
        code: "parameter_unknown",
        param: unknown,
      });
    }
    case "required": {
      const missing = bracketed(`${problem.path}/${problem.property}`);
      return invalidRequest(`Missing required param: ${missing}.`, {
        code: "parameter_missing",
        param: missing,
      });
    }
    default:
      return problem.got === "" ? emptyValue(param) : wrongValue(problem, param);
  }
}

function wrongValue(problem: Problem, param: string): StripeError {
  const value = typeof problem.got === "string" ? problem.got : JSON.stringify(problem.got);
  if (problem.keyword === "enum" || problem.keyword === "const") {
    const allowed = (problem.keyword === "enum" ? problem.wanted : [problem.wanted]) as string[];
    return invalidRequest(`Invalid ${param}: must be one of ${sentence(allowed.filter(Boolean).sort())}`, {
      param,
    });
  }
  switch (problem.wanted) {
    case "integer":
      return invalidRequest(`Invalid integer: ${value}`, { code: "parameter_invalid_integer", param });
    case "array":
      return invalidRequest("Invalid array", { param });
    case "object":
      return invalidRequest("Invalid object", { param });
    case "string":
      return invalidRequest(`Invalid string: ${value}`, { param });
    case "boolean":
      return invalidRequest(`Invalid boolean: ${value}`, { param });
    default:
      return invalidRequest(`Invalid ${param}: ${value}`, { param });
  }
}

/** Of the complaints of all alternatives, the deepest one speaks of what the caller meant. */
function mostTelling(problems: Problem[]): Problem {
  const order = ["additionalProperties", "required", "type", "enum", "const", "pattern"];
  const rank = (problem: Problem): number => {
    const place = order.indexOf(problem.keyword);
    return problem.path.split("/").length * 10 - (place < 0 ? 9 : place);
  };
  const meaningful = problems.filter((problem) => problem.wanted !== "null");
  const best = [...(meaningful.length > 0 ? meaningful : problems)].sort((a, b) => rank(b) - rank(a))[0];
  if (!best) throw new Error("A request without problems has no error");
  return best;
}

/** `/line_items/0/price` → `line_items[0][price]` */
function bracketed(pointer: string): string {
  const [first = "", ...rest] = pointer.split("/").slice(1);
  return first + rest.map((part) => `[${part}]`).join("");
}

function sentence(words: string[]): string {
  if (words.length < 3) return words.join(" or ");
  return `${words.slice(0, -1).join(", ")}, or ${words.at(-1) ?? ""}`;
}
