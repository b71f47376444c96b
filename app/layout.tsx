import "./globals.css";

import { type Metadata, type Viewport } from "next";
import { headers } from "next/headers";
import { type ReactNode } from "react";

import { OfflinePageWorker } from "@/components/layout/offline-page-worker";
import { Providers } from "@/components/layout/providers";
import { findAppUrl, isProduction } from "@/lib/env";
import { nonceHeader } from "@/lib/http";

const title = "QuickScale: services paid with credits";
const description =
  "See the price before each run, pay nothing when it fails, and know where every credit went.";

export const metadata: Metadata = {
  metadataBase: findAppUrl(),
  title: { default: title, template: "%s · QuickScale" },
  description,
  applicationName: "QuickScale",
  openGraph: { title, description, siteName: "QuickScale", type: "website" },
  twitter: { card: "summary_large_image" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e12" },
  ],
};

/** Every page is rendered per request: its policy runs no inline script but those that carry its nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get(nonceHeader);
  return (
    // The theme script sets a class here before React starts; React must not compare it.
    <html lang="en" suppressHydrationWarning>
      <body className="font-sans antialiased">
        <Providers {...(nonce === null ? {} : { nonce })}>{children}</Providers>
        <OfflinePageWorker enabled={isProduction} />
      </body>
    </html>
  );
}
