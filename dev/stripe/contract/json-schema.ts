/** The part of JSON Schema the contract uses, plus two keywords of its own (see `contract-validator.ts`). */
export interface JsonSchema {
  type?: "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: (string | number | boolean)[];
  const?: string | number | boolean;
  pattern?: string;
  /** The named schema it stands for. Not `$ref`: ajv would compile everything reachable at once. */
  ref?: string;
  /** One of these Stripe objects, chosen by its `object` (and `deleted`) property. */
  stripeObject?: string[];
  /** An event envelope, checked against the schema of its own `type`. */
  stripeEvent?: true;
}
