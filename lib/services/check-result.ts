import type { ServiceResult } from "./define-service";
import { ServiceMisbehaved } from "./errors";

/** An output is read again with every look at its run. */
const maxOutputBytes = 256_000;
const maxFileBytes = 20_000_000;
const maxNameLength = 200;

/**
 * Refuses a result that cannot be kept, before anything is taken for it.
 * @throws ServiceMisbehaved
 */
export function checkResult(slug: string, { output, file }: ServiceResult): void {
  const json = JSON.stringify(output, (_key, value: unknown) => {
    if (typeof value === "string" && !isStorable(value)) throw new ServiceMisbehaved(slug, "output text");
    return value;
  });
  if (Buffer.byteLength(json) > maxOutputBytes) throw new ServiceMisbehaved(slug, "output size");
  if (!file) return;
  if (file.bytes.byteLength === 0 || file.bytes.byteLength > maxFileBytes)
    throw new ServiceMisbehaved(slug, "file size");
  if (file.name.length > maxNameLength || !isStorable(file.name))
    throw new ServiceMisbehaved(slug, "file name");
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}
