import { formatBytes } from "@/lib/shared/format";
import { maxPictureBytes } from "@/lib/avatars/types";

const kept = "Your picture stays as it was.";

const words: Readonly<Record<string, string>> = {
  "avatars.empty": "Choose a picture first.",
  "avatars.too_large": `This file is too large. The limit is ${formatBytes(maxPictureBytes)}.`,
  "avatars.unsupported": "This isn’t a picture we can read. Choose a JPEG, PNG, WebP, GIF or AVIF file.",
  "avatars.svg": "SVG drawings are code, not pixels. Export it as PNG first.",
  "avatars.damaged": "This picture is damaged or incomplete. Try to save or export it again.",
  "avatars.too_many_pixels": "This picture has more than 40 megapixels. Make it smaller first.",
  "avatars.crop_outside": "The square was not inside the picture. Choose it again.",
  "rate_limits.exceeded": "That were many pictures within an hour. Try again later.",
  "storage.off": "Pictures are switched off here.",
  "storage.unavailable": "Pictures cannot be stored right now. Try again in a moment.",
  "auth.viewing_only": "You are only viewing. Nothing was changed.",
  "auth.signed_out": "You are signed out. Sign in again in another tab.",
};

/** What a person reads when their picture was not taken. */
export function toPictureWords(code: string): { title: string; text: string } {
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  return { title: known ?? "Something went wrong on our side.", text: kept };
}

/** What is known to be refused before it is sent: its size, and types that are no pictures. */
export function findProblem({ size, type }: Pick<File, "size" | "type">): string | null {
  if (size === 0) return "avatars.empty";
  if (size > maxPictureBytes) return "avatars.too_large";
  if (type === "image/svg+xml") return "avatars.svg";
  return type && !type.startsWith("image/") ? "avatars.unsupported" : null;
}
