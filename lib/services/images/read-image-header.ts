import { inspectImage, type ImageHeader } from "@/lib/images";
import { UnusableInput } from "../errors";
import { needsWholeFile } from "../types";
import type { UploadedFile } from "../uploaded-file";

export type { ImageHeader };

/**
 * Reads what an image claims to be, without decoding it.
 * @throws UnusableInput image.unsupported, image.svg, image.damaged, image.too_many_pixels; needsWholeFile when only
 * the beginning of a file was given and its format needs more
 */
export async function readImageHeader(file: UploadedFile): Promise<ImageHeader> {
  const found = await inspectImage(file);
  if (typeof found !== "string") return found;
  throw new UnusableInput("image", found === "needs_whole" ? needsWholeFile : `image.${found}`);
}
