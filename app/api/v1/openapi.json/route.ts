import { openApiDocument } from "@/lib/api";

export const dynamic = "force-static";

/** For everybody: the document of this API. */
export function GET(): Response {
  return Response.json(openApiDocument());
}
