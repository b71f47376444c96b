import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { type Contract } from "./contract";
import { type JsonSchema } from "./json-schema";

/** One way in which a value does not fit. */
export interface Problem {
  /** `/line_items/0/price`: the value it is about. */
  path: string;
  /** The JSON Schema keyword that was not met, what it asked for, and what it got. */
  keyword: string;
  wanted: unknown;
  got: unknown;
  message: string;
  /** The unknown or missing property. */
  property: string;
}

/** Returns the problems found; an empty list means that the value fits. */
export type Check = (value: unknown) => Problem[];

/**
 * Compiles schemas of the contract when a value first needs them.
 * Stripe's objects refer to each other in circles: compiling all that is reachable from one takes seconds,
 * and most of it describes payment methods and features that never occur.
 */
export class ContractValidator {
  readonly #contract: Contract;
  readonly #ajv = new Ajv({ strict: false, allErrors: true, verbose: true, validateSchema: false });
  readonly #named = new Map<string, Check>();
  readonly #inline = new WeakMap<JsonSchema, Check>();

  constructor(contract: Contract) {
    this.#contract = contract;
    this.#addKeyword("ref", (name) => () => name as string);
    this.#addKeyword("stripeObject", (names) => (value) => this.#pickObject(names as string[], value));
    this.#addKeyword("stripeEvent", () => (value) => this.#pickEvent(value));
  }

  /** A check of an inline schema (parameters or result of a route), compiled once. */
  checkOf(schema: JsonSchema): Check {
    const check = this.#inline.get(schema) ?? this.#lazily(schema);
    this.#inline.set(schema, check);
    return check;
  }

  /** Checks an event by the schema of its type. */
  checkEvent(event: unknown): Problem[] {
    return this.checkOf(ANY_EVENT)(event);
  }

  #checkNamed(name: string): Check {
    const check = this.#named.get(name) ?? this.#lazily(this.#contract.schemas[name] ?? {});
    this.#named.set(name, check);
    return check;
  }

  #lazily(schema: JsonSchema): Check {
    let validate: ValidateFunction | null = null;
    return (value) => {
      validate ??= this.#ajv.compile(schema);
      return validate(value) ? [] : (validate.errors ?? []).map(toProblem);
    };
  }

  /** A keyword that hands the value to a named schema, chosen by the value itself. */
  #addKeyword(keyword: string, choose: (setting: unknown) => (value: unknown) => string | null): void {
    const compile = (setting: unknown) => {
      const pick = choose(setting);
      const validate = (value: unknown, context?: { instancePath: string }): boolean => {
        const name = pick(value);
        const problems = name === null ? [notOneOf(keyword, setting, value)] : this.#checkNamed(name)(value);
        const at = context?.instancePath ?? "";
        validate.errors = problems.map((problem) => carry({ ...problem, path: at + problem.path }));
        return problems.length === 0;
      };
      validate.errors = [] as ErrorObject[];
      return validate;
    };
    this.#ajv.addKeyword({ keyword, compile });
  }

  #pickObject(names: string[], value: unknown): string | null {
    if (!isRecord(value)) return null;
    const fits = (name: string): boolean => {
      const { object, deleted } = this.#contract.schemas[name]?.properties ?? {};
      return object?.const === value.object && (deleted?.const === true) === (value.deleted === true);
    };
    return names.find(fits) ?? null;
  }

  #pickEvent(value: unknown): string | null {
    return isRecord(value) && typeof value.type === "string"
      ? (this.#contract.events[value.type] ?? null)
      : null;
  }
}

const ANY_EVENT: JsonSchema = { stripeEvent: true };

/** ajv takes an empty list of errors for success, so a value that fits no choice must say so. */
function notOneOf(keyword: string, setting: unknown, got: unknown): Problem {
  const choices = Array.isArray(setting) ? setting.join(" or ") : "a known event";
  return { path: "", keyword, wanted: setting, got, message: `must be ${choices}`, property: "" };
}

/** ajv overwrites most of an error that a keyword reports; what it leaves alone carries the problem. */
function carry(problem: Problem): ErrorObject {
  return { keyword: problem.keyword, instancePath: problem.path, schemaPath: "", params: { problem } };
}

function toProblem(error: ErrorObject): Problem {
  if (error.params.problem) return error.params.problem as Problem;
  return {
    path: error.instancePath,
    keyword: error.keyword,
    wanted: error.schema,
    got: error.data,
    message: error.message ?? error.keyword,
    property: String(error.params.additionalProperty ?? error.params.missingProperty ?? ""),
  };
}

const validators = new WeakMap<Contract, ContractValidator>();

/** One validator per contract: what one stand-in has compiled serves the next one of the same process. */
export function validatorOf(contract: Contract): ContractValidator {
  const validator = validators.get(contract) ?? new ContractValidator(contract);
  validators.set(contract, validator);
  return validator;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first problems on one line, for the message of a violation. */
export function describeProblems(problems: Problem[]): string {
  const describe = ({ path, message, property }: Problem): string =>
    `${path || "/"} ${message}${property ? ` (${property})` : ""}`;
  return problems.slice(0, 6).map(describe).join("; ");
}
