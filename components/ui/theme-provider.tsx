"use client";

import { ThemeProvider as NextThemes } from "next-themes";
import { type ReactNode } from "react";

type ThemeProviderProps = {
  children: ReactNode;
  /** Of the page's content security policy, for the inline script that sets the theme before first paint. */
  nonce?: string;
};

/** Light, dark or as the system says; remembered on this device. */
export function ThemeProvider({ children, nonce }: ThemeProviderProps) {
  return (
    <NextThemes
      attribute="class"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
      {...(nonce === undefined ? {} : { nonce })}
    >
      {children}
    </NextThemes>
  );
}
