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
  const pictures = new Map<AvatarSize, Uint8Array>();
  try {
    // One decoded picture after the other: memory is that of one.
    for (const size of avatarSizes) pictures.set(size, await encode(bytes, square, size));
  } catch (cause) {
    if (cause instanceof Error && /timeout/i.test(cause.message)) throw cause;
    throw new PictureRefused("damaged");
  }
  return pictures;
}

async function encode(bytes: Uint8Array, square: ReturnType<typeof toSquare>, size: number): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: "error" })
    .autoOrient()
    .extract(square)
    .resize(size, size)
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .webp({ quality })
    .timeout({ seconds: timeoutSeconds })
    .toBuffer();
}
