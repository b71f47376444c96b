import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  devIndicators: false,
  serverExternalPackages: ["@node-rs/argon2", "graphile-worker", "pg", "pino", "sharp", "react-email"],
  experimental: { serverActions: { bodySizeLimit: "11mb" } },
};

export default config;
