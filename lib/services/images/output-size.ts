import type { TargetFormat } from "./image-formats";
import type { ImageHeader } from "./read-image-header";

export interface OutputSize {
  width: number;
  height: number;
  frames: number;
  /** Of all frames: what is paid for. */
  pixels: number;
}

type Wish = { format: TargetFormat; maxDimension: number | null };

/** The size of the result: inside the wished square, never enlarged; only WebP keeps an animation. */
export function toOutputSize(
  header: Pick<ImageHeader, "width" | "height" | "frames">,
  wish: Wish,
): OutputSize {
  const longest = Math.max(header.width, header.height);
  const scale = wish.maxDimension === null ? 1 : Math.min(1, wish.maxDimension / longest);
  const width = Math.max(1, Math.round(header.width * scale));
  const height = Math.max(1, Math.round(header.height * scale));
  const frames = wish.format === "webp" ? header.frames : 1;
  return { width, height, frames, pixels: width * height * frames };
}
