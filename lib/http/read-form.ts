/**
 * Reads a form from a request, never holding more than `maxBytes` of it. What is larger is read to its end and thrown
 * away, up to a point: a browser shows an answer only once its upload is through.
 * @returns the form, or why there is none
 */
export async function readForm(
  { body, headers }: Request,
  maxBytes: number,
): Promise<FormData | "too_large" | "broken"> {
  const sent = await readBody(body, { maxBytes, declared: Number(headers.get("content-length")) });
  if (!sent) return "too_large";
  try {
    return await new Response(sent, {
      headers: { "content-type": headers.get("content-type") ?? "" },
    }).formData();
  } catch {
    return "broken";
  }
}

async function readBody(
  body: Request["body"],
  { maxBytes, declared }: { maxBytes: number; declared: number },
): Promise<Blob | null> {
  const discardUpTo = maxBytes * 4;
  if (declared > discardUpTo) return null;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > discardUpTo) break;
  }
  return size > maxBytes ? null : new Blob(chunks);
}
