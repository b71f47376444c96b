import type { AppContext } from "@/lib/context";
import { DocumentNotFound } from "./errors";
import { findDocument } from "./queries";
import { renderDocument } from "./render-document";
import type { DocumentFile } from "./types";

/**
 * A document as the file that is mailed, whoever asks: for jobs.
 * @throws DocumentNotFound
 */
export async function getDocumentFile({ db }: Pick<AppContext, "db">, id: string): Promise<DocumentFile> {
  const document = await findDocument(db, id);
  if (!document) throw new DocumentNotFound();
  const bytes = await renderDocument(document.content);
  return { name: `${document.number}.pdf`, mediaType: "application/pdf", bytes };
}
