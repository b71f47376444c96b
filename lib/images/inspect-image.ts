import { fileTypeFromBuffer } from "file-type";
import sharp, { type Metadata } from "sharp";
import { maxPixels, sourceFormats } from "./types";

export interface ImageHeader {
  mediaType: string;
  /** As it is looked at: after the rotation that the camera noted. */
  width: number;
  height: number;
  /** More than 1 for an animation. */
  frames: number;
}

export type ImageProblem = "unsupported" | "svg" | "damaged" | "too_many_pixels" | "needs_whole";

interface Bytes {
  bytes: Uint8Array;
  /** False when only the beginning of the file is there. */
  complete: boolean;
}

/**
 * Reads what an image claims to be, without decoding it. Its name and declared type are ignored: the bytes decide,
 * and two independent readers must agree on them, so a file that is two things at once is refused.
 * @returns the header, or why the file is no picture to work with; `needs_whole` for the beginning of a file whose
 * format needs more of it
 */
export async function inspectImage({ bytes, complete }: Bytes): Promise<ImageHeader | ImageProblem> {
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  const format = sourceFormats.get(mediaType);
  if (!format) return looksLikeSvg(bytes) ? "svg" : "unsupported";
  if (!complete && format !== "jpeg" && format !== "png") return "needs_whole";
  const metadata = await findMetadata(bytes);
  if (!metadata) return complete ? "damaged" : "needs_whole";
  if (metadata.format !== format) return "unsupported";
  const { width, height } = metadata.autoOrient;
  const frames = format === "gif" || format === "webp" ? (metadata.pages ?? 1) : 1;
  const frameHeight = frames > 1 ? (metadata.pageHeight ?? height) : height;
  if (width * frameHeight * frames > maxPixels) return "too_many_pixels";
  return { mediaType, width, height: frameHeight, frames };
}

async function findMetadata(bytes: Uint8Array): Promise<Metadata | null> {
  try {
    return await sharp(bytes, { animated: true, limitInputPixels: false }).metadata();
  } catch {
    return null;
  }
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, 4096)));
}
