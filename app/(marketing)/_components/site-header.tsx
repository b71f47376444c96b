import Link from "next/link";

import { Brand } from "@/components/layout/brand";
import { cn } from "@/components/ui/cn";
import { LinkButton } from "@/components/ui/link-button";
import { ThemeToggle } from "@/components/ui/theme-toggle";

const link =
  "hidden h-9 items-center rounded-md px-3 text-sm text-ink-muted hover:bg-hover hover:text-ink sm:flex";

export function SiteHeader() {
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-canvas/90 backdrop-blur-sm">
      <div className="page-width flex h-16 items-center gap-1">
        <Link href="/" aria-label="QuickScale, home" className="mr-auto rounded-md sm:mr-6">
          <Brand />
        </Link>
        <nav aria-label="Main" className="flex flex-1 items-center justify-end gap-1">
          <Link href="/pricing" className={cn(link, "min-[24rem]:flex")}>
            Pricing
          </Link>
          <Link href="/about" className={cn(link, "sm:mr-auto")}>
            About
          </Link>
          <ThemeToggle />
          <LinkButton href="/sign-in" variant="ghost">
            Sign in
          </LinkButton>
          <LinkButton href="/sign-up" className="hidden sm:inline-flex">
            Create account
          </LinkButton>
        </nav>
      </div>
    </header>
  );
}
