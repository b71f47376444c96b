import { findSessionUser } from "@/lib/auth";
import type { AppContext } from "@/lib/context";
import { requireSameOrigin } from "@/lib/http";
import { DomainError } from "@/lib/shared/errors";

class SignedOut extends DomainError {
  constructor() {
    super("auth.signed_out", "unauthenticated");
  }
}

class ViewingOnly extends DomainError {
  constructor() {
    super("auth.viewing_only", "forbidden");
  }
}

/**
 * The member who sent this form from one of our own pages. Answers an error where a page would redirect: a script
 * that sends a form must be able to keep what was typed.
 */
export async function requireMember(
  request: Request,
  { appUrl }: Pick<AppContext, "appUrl">,
): Promise<{ userId: string }> {
  requireSameOrigin(request.headers, appUrl);
  const user = await findSessionUser();
  if (!user?.verified) throw new SignedOut();
  if (user.viewing) throw new ViewingOnly();
  return { userId: user.id };
}
