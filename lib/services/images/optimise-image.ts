import sharp, { type OutputInfo, type Sharp } from "sharp";
import { maxPixels } from "@/lib/images";
import { UnusableInput } from "../errors";
import type { TargetFormat } from "./image-formats";
import type { OutputSize } from "./output-size";

interface Job {
  bytes: Uint8Array;
  format: TargetFormat;
  quality: number;
  size: OutputSize;
  timeoutMs: number;
}

export interface OptimisedImage {
  bytes: Uint8Array;
  width: number;
  height: number;
  frames: number;
}

/**
 * Decodes every pixel and encodes them anew in sRGB: what is not picture (camera data, comments, appended code)
 * does not survive. The decoder stops at the pixel limit and, whoever still waits for it, at the time limit.
 * @throws UnusableInput image.damaged for a picture that breaks off or cannot be decoded
 */
export async function optimiseImage(job: Job): Promise<OptimisedImage> {
  const animated = job.size.frames > 1;
  const source = sharp(job.bytes, { animated, limitInputPixels: maxPixels, failOn: "error" });
  const oriented = animated ? source : source.autoOrient();
  const { width, height } = job.size;
  const resized = oriented
    .resize({ width, height, fit: "fill" })
    .timeout({ seconds: Math.ceil(job.timeoutMs / 1000) });
  try {
    const { data, info } = await encode(resized, job).toBuffer({ resolveWithObject: true });
    return { bytes: data, ...toFrames(info) };
  } catch (cause) {
    if (cause instanceof Error && /timeout/i.test(cause.message)) throw cause;
    throw new UnusableInput("image", "image.damaged");
  }
}

function encode(image: Sharp, { format, quality }: Job): Sharp {
  const picture = image.toColourspace("srgb");
  switch (format) {
    case "webp":
      return picture.webp({ quality });
    case "avif":
      // Higher efforts take minutes for a large photo and save a few per cent.
      return picture.avif({ quality, effort: 2 });
    case "jpeg":
      return picture.flatten({ background: "#ffffff" }).jpeg({ quality, mozjpeg: true });
  }
}

function toFrames({ width, height, pages, pageHeight }: OutputInfo) {
  const frames = pages ?? 1;
  return { width, height: pageHeight ?? height, frames };
}
