import { z } from "zod";
import { readForm } from "@/lib/http";
import { UploadedFile, type RawInput } from "@/lib/services";
import { DomainError } from "@/lib/shared/errors";

/** A form that is too large, or no form at all. */
class UnreadableForm extends DomainError {
  constructor(reason: "too_large" | "broken") {
    super(`services.form_${reason}`, "invalid");
  }
}

export interface ServiceForm {
  input: RawInput;
  runKey: string;
  /** What the person saw as the price; absent when the form was sent without JavaScript. */
  approvedMilli?: bigint;
}

const maxFields = 40;
const milli = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);

/**
 * Reads a service's form from a request, never holding more than `maxBytes` of it.
 * @throws UnreadableForm
 */
export async function readServiceForm(request: Request, maxBytes: number): Promise<ServiceForm> {
  const form = await readForm(request, maxBytes);
  if (typeof form === "string") throw new UnreadableForm(form);
  const entries = [...form.entries()].slice(0, maxFields);
  const partial = form.get("partial") === "1";
  const input: Record<string, string | UploadedFile> = {};
  for (const [name, value] of entries) {
    if (typeof value === "string") input[name] = value;
    else if (value.name || value.size > 0)
      input[name] = new UploadedFile(value.name, new Uint8Array(await value.arrayBuffer()), !partial);
  }
  const { runKey, approvedMilli, partial: _partial, ...fields } = input;
  return {
    input: fields,
    runKey: typeof runKey === "string" ? runKey : "",
    ...(approvedMilli === undefined ? {} : { approvedMilli: parseMilli(approvedMilli) }),
  };
}

function parseMilli(value: unknown): bigint {
  const parsed = milli.safeParse(value);
  if (!parsed.success) throw new UnreadableForm("broken");
  return parsed.data;
}
