import { bodyTooLarge } from "./errors";

/**
 * The body, of at most `maxBytes`. What says that it is larger is refused before any of it is read; what does not
 * say so is read up to there.
 * @throws ApiRefusal
 */
export async function readBody(
  { body, headers }: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(headers.get("content-length")) > maxBytes) throw bodyTooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw bodyTooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
