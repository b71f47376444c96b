import type { Db } from "@/lib/db";
import { findMailKind } from "./mail-kinds";
import { wantsNotification } from "./wants-notification";

interface Mail {
  template: string;
  /** Null when it is about nobody's account: nobody can have switched it off. */
  userId: string | null;
}

/** Whether a mail may go to the person whom it is about. */
export async function isMailWanted(db: Db, { template, userId }: Mail): Promise<boolean> {
  const kind = findMailKind(template);
  return kind === null || userId === null || wantsNotification(db, { userId, kind, channel: "email" });
}
