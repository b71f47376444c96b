import { DomainError } from "@/lib/shared/errors";

export type PictureProblem =
  "empty" | "too_large" | "unsupported" | "svg" | "damaged" | "too_many_pixels" | "crop_outside";

/** The picture cannot be used; nothing was changed. */
export class PictureRefused extends DomainError {
  constructor(problem: PictureProblem) {
    super(`avatars.${problem}`, "invalid");
  }
}

export class AvatarNotFound extends DomainError {
  constructor() {
    super("avatars.not_found", "not_found");
  }
}
