/** The largest file that is taken. */
export const maxPictureBytes = 5_000_000;

/** What the browser offers to choose; the bytes decide. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"] as const;

/** Sides of the pictures that are kept, in pixels, the largest first. */
export const avatarSizes = [512, 96] as const;

export type AvatarSize = (typeof avatarSizes)[number];

/** A square of the picture as it is looked at, in its own pixels. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a person's picture is shown from; never reused for another picture. */
export function avatarUrl(pictureId: string, size: AvatarSize): string {
  return `/api/avatars/${pictureId}-${size}.webp`;
}
