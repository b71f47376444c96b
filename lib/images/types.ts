/** 40 megapixels, all frames together: decoded, that is 160 MB. */
export const maxPixels = 40_000_000;

/** What is accepted, by content: the type that the bytes show, and what the decoder must call them. */
export const sourceFormats: ReadonlyMap<string, string> = new Map([
  ["image/jpeg", "jpeg"],
  ["image/png", "png"],
  ["image/apng", "png"],
  ["image/webp", "webp"],
  ["image/gif", "gif"],
  ["image/avif", "heif"],
]);
