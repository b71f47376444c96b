import { z } from "zod";
import { formatBytes } from "@/lib/shared/format";

/** A file as it was sent. Name and declared type are whatever the sender wrote: never trust either. */
export class UploadedFile {
  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
    /** False when only the first part was sent, which is enough to read a price from many files. */
    readonly complete = true,
  ) {}
}

/** Input of a file field: present, not empty, at most `maxBytes`. */
export function uploadedFile(maxBytes: number) {
  return z
    .instanceof(UploadedFile, { error: "Choose a file." })
    .refine((file) => file.bytes.byteLength > 0, { error: "This file is empty.", abort: true })
    .refine((file) => file.bytes.byteLength <= maxBytes, {
      error: `This file is too large. The limit is ${formatBytes(maxBytes)}.`,
    });
}
