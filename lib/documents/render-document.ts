import type { DocumentContent } from "./types";

/**
 * A document as PDF; the same content gives the same bytes. The renderer is loaded with the first document, not with
 * whatever imports this module.
 */
export async function renderDocument(content: DocumentContent): Promise<Buffer> {
  const { renderPdf } = await import("./pdf/render-pdf");
  return renderPdf(content);
}
