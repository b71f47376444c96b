import type { DocumentContent } from "./types";

export async function renderDocument(content: DocumentContent): Promise<Buffer> {
  return Buffer.from(content.number);
}
