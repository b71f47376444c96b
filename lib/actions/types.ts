/** Why an action did not happen. The words are chosen from `code`; `reference` names the entry in our logs. */
export interface ActionFailure {
  code: string;
  meta: Readonly<Record<string, unknown>>;
  reference?: string;
}

/** What a form shows: what was typed (never a password), what is wrong where, and what came out. */
export interface FormState<Data = unknown> {
  values: Readonly<Record<string, string>>;
  fieldErrors: Readonly<Record<string, readonly string[]>>;
  failure: ActionFailure | null;
  data: Data | null;
  /** Counts the times the form was sent, so that an equal answer is still noticed as a new one. */
  sent: number;
}

/** A form before it is sent for the first time. */
export function emptyForm<Data>(values: Record<string, string> = {}): FormState<Data> {
  return { values, fieldErrors: {}, failure: null, data: null, sent: 0 };
}
