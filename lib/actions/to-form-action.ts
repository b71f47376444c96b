import type { ActionFailure, FormState } from "./types";

interface ActionResult<Data> {
  data?: Data;
  serverError?: ActionFailure;
  validationErrors?: { formErrors: string[]; fieldErrors: Record<string, string[] | undefined> };
}

/** What a browser sends is a form; a made-up call can carry anything. */
function textFields(form: unknown): Record<string, string> {
  if (!(form instanceof FormData)) return {};
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith("$ACTION")));
}

/**
 * Lets a form send to an action through useActionState, with and without JavaScript. Afterwards the form shows
 * what was typed in the fields named in `keep`; passwords and other secrets are not to be among them.
 */
export function toFormAction<Data>(
  action: (input: never) => Promise<ActionResult<Data>>,
  keep: readonly string[],
): (previous: FormState<Data> | null, form: unknown) => Promise<FormState<Data>> {
  return async (previous, form) => {
    const input = textFields(form);
    const result = await action(input as never);
    const problems = Object.entries(result.validationErrors?.fieldErrors ?? {});
    return {
      values: Object.fromEntries(keep.map((name) => [name, input[name] ?? ""])),
      fieldErrors: Object.fromEntries(problems.map(([name, messages]) => [name, messages ?? []])),
      failure: result.serverError ?? null,
      data: result.data ?? null,
      sent: (previous?.sent ?? 0) + 1,
    };
  };
}
