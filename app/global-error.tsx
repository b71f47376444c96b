"use client";

import "./globals.css";

import { StatusPage } from "@/components/layout/status-page";
import { toReference } from "@/components/layout/to-reference";
import { ThemeProvider } from "@/components/ui/theme-provider";
import { Button } from "@/components/ui/button";

/** Replaces the root layout when that itself fails, so it brings its own document and theme. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body className="font-sans antialiased">
        <title>Something broke · QuickScale</title>
        <ThemeProvider>
          <StatusPage
            code="500"
            title="Something broke on our side"
            reference={toReference(error)}
            action={<Button onClick={retry}>Try again</Button>}
          >
            <p>
              The site could not be shown. What you had saved is kept, and showing a page never takes credits.
            </p>
          </StatusPage>
        </ThemeProvider>
      </body>
    </html>
  );
}
