"use client";

import { ThemeProvider as NextThemes } from "next-themes";
import { type ReactNode } from "react";

type ThemeProviderProps = {
  children: ReactNode;
  /** Of the page's content security policy, for the inline script that sets the theme before first paint. */
  nonce?: string;
};

// Only the server's copy of the script may run. When a provider first appears in the browser, on the way from one
// layout to another, React would warn of a script that cannot run: there it is made a block of data.
const scriptProps = typeof window === "undefined" ? {} : { type: "application/json" };

/** Light, dark or as the system says; remembered on this device. */
export function ThemeProvider({ children, nonce }: ThemeProviderProps) {
  return (
    <NextThemes
      attribute="class"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
      scriptProps={scriptProps}
      {...(nonce === undefined ? {} : { nonce })}
    >
      {children}
    </NextThemes>
  );
}
