import { type MetadataRoute } from "next";

import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

const publicPaths = [
  "/",
  "/pricing",
  "/about",
  "/contact",
  "/api/docs",
  "/terms",
  "/privacy",
  "/sign-up",
  "/sign-in",
];

export default function sitemap(): MetadataRoute.Sitemap {
  return publicPaths.map((path) => ({ url: new URL(path, env().APP_URL).href }));
}
