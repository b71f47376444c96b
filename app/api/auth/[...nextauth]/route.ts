import type { NextRequest } from "next/server";
import { handlers } from "@/lib/auth";

export const { GET } = handlers;

/** Several times what a sign-in sends. */
const maxBytes = 100_000;

/** NextAuth reads a body of any length into memory, before it looks at anything: only small ones with a length reach it. */
export async function POST(request: NextRequest): Promise<Response> {
  const length = request.headers.get("content-length");
  if (length !== null && Number(length) <= maxBytes) return handlers.POST(request);
  return Response.json({ title: "The request is too large." }, { status: 413 });
}
