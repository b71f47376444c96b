import { fileTypeFromBuffer } from "file-type";
import sharp, { type Metadata } from "sharp";
import { UnusableInput } from "../errors";
import { needsWholeFile } from "../types";
import type { UploadedFile } from "../uploaded-file";
import { maxPixels, sourceFormats } from "./image-formats";

export interface ImageHeader {
  mediaType: string;
  /** As it is looked at: after the rotation that the camera noted. */
  width: number;
  height: number;
  /** More than 1 for an animation. */
  frames: number;
}

const refuse = (problem: string) => new UnusableInput("image", `image.${problem}`);

/**
 * Reads what an image claims to be, without decoding it. Its name and declared type are ignored: the bytes decide,
 * and two independent readers must agree on them, so a file that is two things at once is refused.
 * @throws UnusableInput image.unsupported, image.svg, image.damaged, image.too_many_pixels; needsWholeFile when only
 * the beginning of a file was given and its format needs more
 */
export async function readImageHeader(file: UploadedFile): Promise<ImageHeader> {
  const mediaType = (await fileTypeFromBuffer(file.bytes))?.mime ?? "";
  const format = sourceFormats.get(mediaType);
  if (!format) throw refuse(looksLikeSvg(file.bytes) ? "svg" : "unsupported");
  if (!file.complete && format !== "jpeg" && format !== "png")
    throw new UnusableInput("image", needsWholeFile);
  const metadata = await readMetadata(file);
  if (metadata.format !== format) throw refuse("unsupported");
  const { width, height } = metadata.autoOrient;
  const frames = format === "gif" || format === "webp" ? (metadata.pages ?? 1) : 1;
  const frameHeight = frames > 1 ? (metadata.pageHeight ?? height) : height;
  if (width * frameHeight * frames > maxPixels) throw refuse("too_many_pixels");
  return { mediaType, width, height: frameHeight, frames };
}

async function readMetadata(file: UploadedFile): Promise<Metadata> {
  try {
    return await sharp(file.bytes, { animated: true, limitInputPixels: false }).metadata();
  } catch {
    throw file.complete ? refuse("damaged") : new UnusableInput("image", needsWholeFile);
  }
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, 4096)));
}
