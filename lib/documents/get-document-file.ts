import type { AppContext } from "@/lib/context";
import { DocumentNotFound } from "./errors";
import { findDocument, findOwnDocument, type KeptDocument } from "./queries";
import { renderDocument } from "./render-document";
import { documentRefSchema } from "./schema";
import type { DocumentFile } from "./types";

type Context = Pick<AppContext, "db">;

function toFile(document: KeptDocument | null): DocumentFile {
  if (!document) throw new DocumentNotFound();
  const { number, content } = document;
  return { name: `${number}.pdf`, mediaType: "application/pdf", read: () => renderDocument(content) };
}

/**
 * A document as a file, whoever asks: for jobs.
 * @throws DocumentNotFound
 */
export async function getDocumentFile({ db }: Context, id: string): Promise<DocumentFile> {
  return toFile(await findDocument(db, id));
}

/**
 * A document as a file for its owner alone, by its id or its number.
 * @throws DocumentNotFound, also for somebody else's
 */
export async function getDocumentForUser(
  { db }: Context,
  { userId, document }: { userId: string; document: string },
): Promise<DocumentFile> {
  const ref = documentRefSchema.safeParse(document);
  return toFile(ref.success ? await findOwnDocument(db, userId, ref.data) : null);
}
