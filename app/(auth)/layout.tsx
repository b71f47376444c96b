import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "@/components/layout/brand";
import { SkipLink } from "@/components/layout/skip-link";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { ProductGlimpse } from "./_components/product-glimpse";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(30rem,5fr)_6fr]">
      <SkipLink />
      <div className="flex flex-col px-5 py-5 sm:px-10">
        <header className="flex items-center justify-between">
          <Link href="/" aria-label="QuickScale, home" className="rounded-md">
            <Brand />
          </Link>
          <ThemeToggle />
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-[25rem] flex-1 flex-col pt-10 pb-12 outline-none sm:pt-[13vh]"
        >
          {children}
        </main>
      </div>
      <ProductGlimpse />
    </div>
  );
}
