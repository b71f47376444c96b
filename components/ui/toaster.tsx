"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner, type ToasterProps } from "sonner";

/** Where success is told: bottom right on a desktop, bottom on a phone, above its navigation. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  const theme: ToasterProps["theme"] = resolvedTheme === "dark" ? "dark" : "light";
  return (
    <Sonner
      theme={theme}
      position="bottom-right"
      mobileOffset={{ bottom: "5rem" }}
      style={{ fontFamily: "inherit" }}
      toastOptions={{
        unstyled: false,
        style: {
          background: "var(--raised)",
          color: "var(--ink)",
          borderColor: "var(--line)",
          borderRadius: "8px",
          fontFamily: "inherit",
        },
      }}
    />
  );
}
