import { formatBytes } from "@/lib/shared/format";
import type { FormField } from "@/lib/services/types";
import { toProblemWords } from "./problem-words";
import type { FormProblem } from "./send-form";

/** True when there is enough in the form to have a price: every text and every file is there. */
export function hasRequiredInput(fields: readonly FormField[], form: FormData): boolean {
  return fields.every(({ control, name }) => {
    const value = form.get(name);
    if (control === "file") return value instanceof File && value.name !== "";
    return control !== "text" || (typeof value === "string" && value.trim() !== "");
  });
}

/** What is wrong at which field, in words; empty when the problem is not at a field. */
export function toFieldErrors(
  refused: FormProblem | null,
  ofService: Readonly<Record<string, string>>,
): Record<string, string[]> {
  if (refused?.fields) return refused.fields;
  if (refused?.field && refused.problem)
    return { [refused.field]: [toProblemWords(refused.problem, ofService).title] };
  return {};
}

/** Says at which fields a file is too large to be sent at all; null when none is. */
export function findOversized(fields: readonly FormField[], form: FormData): FormProblem | null {
  const errors: Record<string, string[]> = {};
  for (const field of fields) {
    const value = form.get(field.name);
    if (field.control === "file" && value instanceof File && value.size > field.maxBytes)
      errors[field.name] = [`This file is too large. The limit is ${formatBytes(field.maxBytes)}.`];
  }
  return Object.keys(errors).length > 0 ? { code: "services.invalid_input", fields: errors } : null;
}
