import { getMaxFormBytes, UploadedFile, type RawInput } from "@/lib/services";
import { invalidRequest, unsupportedMediaType } from "./errors";
import { readBody } from "./read-body";
import { fromCredits } from "./schemas/credits";
import { serviceCall } from "./schemas/service";

export interface ServiceCall {
  input: RawInput;
  approvedMilli?: bigint;
}

/** A character of a text can take six bytes of JSON, where a form needs three. */
const jsonFactor = 2;

/**
 * A service's input from a JSON or multipart body.
 * @throws ApiRefusal, ServiceNotFound
 */
export async function readServiceCall(request: Request, slug: string): Promise<ServiceCall> {
  const maxFormBytes = getMaxFormBytes(slug);
  const contentType = request.headers.get("content-type") ?? "";
  const encoding = request.headers.get("content-encoding") ?? "identity";
  const [mediaType] = contentType.toLowerCase().split(";", 1);
  if (encoding !== "identity") throw unsupportedMediaType();
  if (mediaType?.trim() === "application/json")
    return toCall(parseJson(await readBody(request, maxFormBytes * jsonFactor)));
  if (mediaType?.trim() !== "multipart/form-data") throw unsupportedMediaType();
  const form = await parseForm(await readBody(request, maxFormBytes), contentType);
  return toCall(form.body, form.files);
}

function toCall(body: unknown, files: RawInput = {}): ServiceCall {
  const parsed = serviceCall.safeParse(body);
  if (!parsed.success) {
    throw invalidRequest(
      parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message })),
    );
  }
  const { input, maxCredits } = parsed.data;
  const texts = Object.entries(input).map(([name, value]) => [name, String(value)] as const);
  return {
    input: { ...Object.fromEntries(texts), ...files },
    ...(maxCredits === undefined ? {} : { approvedMilli: fromCredits(maxCredits) }),
  };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw invalidRequest([{ path: "", message: "The body is not JSON." }]);
  }
}

/** In a form, `maxCredits` is a field beside those of the service. */
async function parseForm(bytes: Uint8Array<ArrayBuffer>, contentType: string) {
  const form = await new Response(bytes, { headers: { "content-type": contentType } })
    .formData()
    .catch(() => {
      throw invalidRequest([{ path: "", message: "The body is not a complete form." }]);
    });
  const texts: Record<string, string> = {};
  const files: Record<string, UploadedFile> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") texts[name] = value;
    else files[name] = new UploadedFile(value.name, new Uint8Array(await value.arrayBuffer()));
  }
  const { maxCredits, ...input } = texts;
  return { body: { input, ...(maxCredits === undefined ? {} : { maxCredits }) }, files };
}
