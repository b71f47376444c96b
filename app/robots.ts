import { type MetadataRoute } from "next";

import { env } from "@/lib/env";

// The address is known when the server runs, not when it is built: one image serves any host.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: ["/", "/api/docs"],
      disallow: ["/api/", "/dashboard", "/credits", "/services", "/admin"],
    },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  };
}
