import type { AppContext } from "@/lib/context";
import { DocumentNotFound } from "./errors";
import { findOwnDocument, type KeptDocument } from "./queries";
import { documentRefSchema } from "./schema";

/**
 * A document for its owner alone, by its id or its number.
 * @throws DocumentNotFound, also for somebody else's
 */
export async function getDocumentForUser(
  { db }: Pick<AppContext, "db">,
  { userId, document }: { userId: string; document: string },
): Promise<KeptDocument> {
  const ref = documentRefSchema.safeParse(document);
  const found = ref.success && (await findOwnDocument(db, userId, ref.data));
  if (!found) throw new DocumentNotFound();
  return found;
}
