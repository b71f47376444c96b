/** Pictures that we encoded ourselves; everything else is only ever saved, never opened on our address. */
const shownInline: ReadonlySet<string> = new Set(["image/webp", "image/avif", "image/jpeg", "image/png"]);

type RunFile = { name: string; mediaType: string; bytes: Uint8Array };

/** A run's file for its owner: never sniffed, never run, never kept by a shared cache. */
export function toFileResponse(
  { name, mediaType, bytes }: RunFile,
  { download }: { download: boolean },
): Response {
  const disposition = !download && shownInline.has(mediaType) ? "inline" : "attachment";
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      "content-length": String(bytes.byteLength),
      "content-disposition": `${disposition}; ${toFileNames(name)}`,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
    },
  });
}

/** RFC 6266: a plain name for old clients, the true one for all others. */
function toFileNames(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${exact}`;
}
