import { DomainError } from "@/lib/shared/errors";

/** Nobody has power over others, so nothing that they do can be written here. */
export class ActorRequired extends DomainError {
  constructor() {
    super("audit.actor_required", "unauthenticated");
  }
}

/** Only admins read what admins did. */
export class AdminRequired extends DomainError {
  constructor() {
    super("audit.admin_required", "not_found");
  }
}
