import type { AppContext } from "@/lib/context";
import { isUuid } from "@/lib/shared/is-uuid";
import { findIdByEmail } from "./queries";
import type { AuditAction, AuditFilter } from "./types";

export interface AuditSearch {
  /** The address or the id of who acted. */
  by?: string;
  /** The address of a person, or any id of a person or a thing. */
  of?: string;
  action?: AuditAction | null;
  from?: Date | null;
  /** Part of the range as a whole day. */
  to?: Date | null;
}

const day = 24 * 60 * 60 * 1000;
const longestId = 200;

/** Nobody has this id. */
const nobody = "00000000-0000-0000-0000-000000000000";

const clean = (text: string | undefined) =>
  (text ?? "").replaceAll("\0", "").toWellFormed().trim().slice(0, longestId);

async function findPersonId({ db }: Pick<AppContext, "db">, text: string): Promise<string> {
  if (isUuid(text)) return text;
  return (await findIdByEmail(db, text.toLowerCase())) ?? nobody;
}

/** What somebody looks for as a filter. An address that nobody has finds nothing. */
export async function findAuditFilter(
  ctx: Pick<AppContext, "db">,
  { by, of, action, from, to }: AuditSearch,
): Promise<AuditFilter> {
  const [actor, about] = [clean(by), clean(of)];
  const actorId = actor ? await findPersonId(ctx, actor) : null;
  const aboutId = about.includes("@") ? await findPersonId(ctx, about) : about;
  const end = to ? new Date(to.getTime() + day) : null;
  return {
    ...(actorId ? { actorId } : {}),
    ...(aboutId ? { aboutId } : {}),
    ...(action ? { actions: [action] } : {}),
    ...(from ? { from } : {}),
    ...(end && !Number.isNaN(end.getTime()) ? { to: end } : {}),
  };
}
