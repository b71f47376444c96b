import { DomainError } from "@/lib/shared/errors";

/** No such document, or somebody else's: the two are not told apart. */
export class DocumentNotFound extends DomainError {
  constructor() {
    super("documents.not_found", "not_found");
  }
}
