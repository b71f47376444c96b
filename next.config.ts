import type { NextConfig } from "next";
import { staticHeaders } from "./lib/http/security-headers";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  devIndicators: false,
  // `npm run build` and `npm test` have asked tsc before.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "graphile-worker", "pg", "pino", "sharp", "react-email"],
  headers: () => Promise.resolve(staticHeaders(process.env.NODE_ENV === "development")),
  experimental: {
    authInterrupts: true,
    // Writing what the next build could read takes a fifth of this one: `npm test` of a fresh checkout has no next one.
    turbopackFileSystemCacheForBuild: process.env.BUILD_CACHE !== "off",
  },
};

export default config;
