import sharp from "sharp";
import { inspectImage, maxPixels } from "@/lib/images";
import { PictureRefused } from "./errors";
import { toSquare } from "./policy";
import { avatarSizes, maxPictureBytes, type AvatarSize, type Crop } from "./types";

const timeoutSeconds = 20;
const quality = 84;

/**
 * Cuts the square out of a picture and encodes it anew in each size, in sRGB on white: camera data, comments, further
 * frames and whatever else stood in the file do not survive.
 * @throws PictureRefused
 */
export async function encodePicture(
  bytes: Uint8Array,
  crop: Crop | null,
): Promise<Map<AvatarSize, Uint8Array>> {
  if (bytes.byteLength === 0) throw new PictureRefused("empty");
  if (bytes.byteLength > maxPictureBytes) throw new PictureRefused("too_large");
  const header = await inspectImage({ bytes, complete: true });
  if (typeof header === "string") throw new PictureRefused(header === "needs_whole" ? "damaged" : header);
  const square = toSquare(crop, header);
  try {
    return await inTurn(() => encodeAll(bytes, square));
  } catch (cause) {
    if (cause instanceof Error && /timeout/i.test(cause.message)) throw cause;
    throw new PictureRefused("damaged");
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time in a process: a decoded one is large, and passwords are hashed by the same threads. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/** Decodes once, to the largest size; the smaller ones are made from that. */
async function encodeAll(
  bytes: Uint8Array,
  square: ReturnType<typeof toSquare>,
): Promise<Map<AvatarSize, Uint8Array>> {
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" })
    .autoOrient()
    .extract(square)
    .resize(avatarSizes[0], avatarSizes[0])
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .timeout({ seconds: timeoutSeconds })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pictures = new Map<AvatarSize, Uint8Array>();
  for (const size of avatarSizes) {
    const picture = sharp(data, { raw: { width, height, channels } }).resize(size, size).webp({ quality });
    pictures.set(size, await picture.toBuffer());
  }
  return pictures;
}
