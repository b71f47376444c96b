import { PictureRefused } from "./errors";
import { avatarSizes, type AvatarSize, type Crop } from "./types";

interface Square {
  left: number;
  top: number;
  width: number;
  height: number;
}

type Picture = { width: number; height: number };

/** Browsers round each side of a square for itself. */
const roundingPx = 1;

function middleOf({ width, height }: Picture): Square {
  const side = Math.min(width, height);
  return {
    left: Math.floor((width - side) / 2),
    top: Math.floor((height - side) / 2),
    width: side,
    height: side,
  };
}

/**
 * The part of a picture that is kept: what was cut out, or the largest square in its middle.
 * @throws PictureRefused crop_outside when it is no square of whole pixels inside the picture
 */
export function toSquare(crop: Crop | null, picture: Picture): Square {
  if (!crop) return middleOf(picture);
  const { x, y, width, height } = crop;
  const whole = [x, y, width, height].every(Number.isSafeInteger);
  const inside = x >= 0 && y >= 0 && x + width <= picture.width && y + height <= picture.height;
  const square = width >= 1 && height >= 1 && Math.abs(width - height) <= roundingPx;
  if (!whole || !inside || !square) throw new PictureRefused("crop_outside");
  const side = Math.min(width, height);
  return { left: x, top: y, width: side, height: side };
}

export function objectKey(pictureId: string, size: AvatarSize): string {
  return `avatars/${pictureId}-${size}.webp`;
}

export function objectKeys(pictureId: string): string[] {
  return avatarSizes.map((size) => objectKey(pictureId, size));
}

/** What a name such as `0f…9c-96.webp` asks for; null for any other. */
export function parseFileName(name: string): { pictureId: string; size: AvatarSize } | null {
  const [, pictureId = "", side] = /^([0-9a-f]{32})-(\d{2,3})\.webp$/.exec(name) ?? [];
  const size = avatarSizes.find((known) => String(known) === side);
  return pictureId && size ? { pictureId, size } : null;
}
