import { z } from "zod";
import { PictureRefused } from "@/lib/avatars";
import { maxPictureBytes, type Crop } from "@/lib/avatars/types";
import { readForm } from "@/lib/http";

/** Of the form around the file. */
const overheadBytes = 20_000;

const side = z.string().min(1).transform(Number);
const cropSchema = z.object({ x: side, y: side, width: side, height: side });

/** Without a script nothing is cut out by hand. Whether the square is inside the picture is decided with it. */
function readCrop(form: FormData): Crop | null {
  const sides = { x: form.get("x"), y: form.get("y"), width: form.get("width"), height: form.get("height") };
  if (Object.values(sides).every((value) => value === null)) return null;
  const parsed = cropSchema.safeParse(sides);
  if (!parsed.success) throw new PictureRefused("crop_outside");
  return parsed.data;
}

/** @throws PictureRefused */
export async function readPictureForm(request: Request): Promise<{ bytes: Uint8Array; crop: Crop | null }> {
  const form = await readForm(request, maxPictureBytes + overheadBytes);
  if (form === "too_large") throw new PictureRefused("too_large");
  const picture = form === "broken" ? null : form.get("picture");
  if (form === "broken" || !(picture instanceof File)) throw new PictureRefused("empty");
  return { bytes: new Uint8Array(await picture.arrayBuffer()), crop: readCrop(form) };
}
