import { z } from "zod";
import type { Crop } from "@/lib/avatars/types";

const problemSchema = z.object({ code: z.string() });

/** @returns why it was not taken, or null */
export async function sendPicture(file: File, crop: Crop): Promise<string | null> {
  const form = new FormData();
  form.set("picture", file);
  for (const [side, value] of Object.entries(crop)) form.set(side, String(value));
  try {
    const answer = await fetch("/api/avatar", {
      method: "POST",
      body: form,
      headers: { accept: "application/json" },
    });
    if (answer.ok) return null;
    return problemSchema.parse(await answer.json()).code;
  } catch {
    return "storage.unavailable";
  }
}
