interface RunFile {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** A run's file to be saved: never sniffed, never opened on our address. */
export function toFileResponse({ name, mediaType, bytes }: RunFile): Response {
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      "content-length": String(bytes.byteLength),
      "content-disposition": `attachment; filename*=UTF-8''${exact}`,
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}
