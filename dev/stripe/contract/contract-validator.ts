import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { type Contract, contractSchemaDocument, schemaRef } from "./contract";
import { type JsonSchema } from "./json-schema";

/** Returns the problems found; an empty list means that the value fits. */
export type Check = (value: unknown) => ErrorObject[];

/**
 * Compiles schemas of the contract when they are first needed.
 * Stripe's objects refer to each other in circles, so a nested object is compiled by its own name
 * when one is met, not with the object around it: compiling everything reachable takes seconds.
 */
export class ContractValidator {
  readonly #contract: Contract;
  readonly #ajv = new Ajv({ strict: false, allErrors: true, verbose: true, validateSchema: false });
  readonly #checks = new Map<string | JsonSchema, Check>();

  constructor(contract: Contract) {
    this.#contract = contract;
    this.#ajv.addSchema(contractSchemaDocument(contract));
    this.#ajv.addKeyword({
      keyword: "stripeObject",
      compile: (names: string[]) => this.#nested((value) => this.#pickObject(names, value)),
    });
    this.#ajv.addKeyword({
      keyword: "stripeEvent",
      compile: () => this.#nested((value) => this.#pickEvent(value)),
    });
  }

  /** A check of an inline schema (parameters or result of a route), compiled once. */
  checkOf(schema: JsonSchema): Check {
    return this.#cached(schema, schema);
  }

  /** Checks an object or an event by what it says it is. */
  checkObject(value: { object: string; deleted?: boolean }): ErrorObject[] {
    if (value.object === "event") return this.checkOf({ stripeEvent: true })(value);
    const name = (value.deleted ? this.#contract.deletedObjects : this.#contract.objects)[value.object];
    return name ? this.#named(name)(value) : [];
  }

  #named(name: string): Check {
    return this.#cached(name, { $ref: schemaRef(name) });
  }

  #cached(key: string | JsonSchema, schema: JsonSchema): Check {
    const known = this.#checks.get(key);
    if (known) return known;
    let validate: ValidateFunction | null = null;
    const check: Check = (value) => {
      validate ??= this.#ajv.compile(schema);
      return validate(value) ? [] : [...(validate.errors ?? [])];
    };
    this.#checks.set(key, check);
    return check;
  }

  /** An ajv keyword whose schema is chosen by the value itself. */
  #nested(pick: (value: Record<string, unknown>) => string | null) {
    const validate = (value: unknown, context?: { instancePath: string }): boolean => {
      const name = isRecord(value) ? pick(value) : null;
      const errors = name ? this.#named(name)(value) : [];
      validate.errors = errors.map((error) => ({
        ...error,
        instancePath: `${context?.instancePath ?? ""}${error.instancePath}`,
      }));
      return name !== null && errors.length === 0;
    };
    validate.errors = [] as ErrorObject[];
    return validate;
  }

  #pickObject(names: string[], value: Record<string, unknown>): string | null {
    const fits = (name: string): boolean => {
      const { object, deleted } = this.#contract.schemas[name]?.properties ?? {};
      return object?.const === value.object && (deleted?.const === true) === (value.deleted === true);
    };
    return names.find(fits) ?? null;
  }

  #pickEvent(value: Record<string, unknown>): string | null {
    return typeof value.type === "string" ? (this.#contract.events[value.type] ?? null) : null;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One line per problem, for the message of a violation. */
export function describeProblems(problems: ErrorObject[]): string {
  return problems
    .slice(0, 6)
    .map((problem) => {
      const detail =
        problem.keyword === "additionalProperties" ? ` (${String(problem.params.additionalProperty)})` : "";
      return `${problem.instancePath || "/"} ${problem.message ?? problem.keyword}${detail}`;
    })
    .join("; ");
}
