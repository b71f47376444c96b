const maxBytes = 4_096;

async function readBody({ body }: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Whether a request says what mail programs say: `List-Unsubscribe=One-Click`, as a form of either encoding.
 * https://www.rfc-editor.org/rfc/rfc8058#section-3.2
 */
export async function isOneClick(request: Request): Promise<boolean> {
  const bytes = await readBody(request);
  if (!bytes) return false;
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(bytes, { headers }).formData().catch(() => null);
  return form?.get("List-Unsubscribe") === "One-Click";
}
