import { type ReactNode } from "react";

import { ThemeProvider } from "@/components/ui/theme-provider";
import { Toaster } from "@/components/ui/toaster";

type ProvidersProps = { nonce?: string; children: ReactNode };

/** What every page needs around it. `nonce` is that of the answer, for the script that sets the theme. */
export function Providers({ nonce, children }: ProvidersProps) {
  return (
    <ThemeProvider {...(nonce === undefined ? {} : { nonce })}>
      {children}
      <Toaster />
    </ThemeProvider>
  );
}
