import Link from "next/link";

import { Brand } from "@/components/layout/brand";

const columns = [
  {
    heading: "Product",
    links: [
      { label: "Pricing", href: "/pricing" },
      { label: "API", href: "/api/docs" },
      { label: "How it works", href: "/#how-it-works" },
      { label: "Questions", href: "/#questions" },
    ],
  },
  {
    heading: "Company",
    links: [
      { label: "About", href: "/about" },
      { label: "Contact", href: "/contact" },
      { label: "Terms", href: "/terms" },
      { label: "Privacy", href: "/privacy" },
    ],
  },
  {
    heading: "Account",
    links: [
      { label: "Create account", href: "/sign-up" },
      { label: "Sign in", href: "/sign-in" },
    ],
  },
] as const;

export function SiteFooter() {
  return (
    <footer className="border-t border-line bg-sunken text-sm">
      <div className="page-width grid gap-10 py-14 sm:grid-cols-[1fr_auto]">
        <div>
          <Brand />
          <p className="mt-3 max-w-[36ch] text-ink-muted">
            Services paid with credits. You see the price first.
          </p>
        </div>
        <nav aria-label="Footer" className="grid grid-cols-2 gap-x-16 gap-y-8 sm:grid-cols-3">
          {columns.map((column) => (
            <div key={column.heading}>
              <p className="font-medium">{column.heading}</p>
              <ul className="mt-2">
                {column.links.map((item) => (
                  <li key={item.href}>
                    <Link
                      href={item.href}
                      className="inline-block rounded-xs py-1 text-ink-muted hover:text-ink"
                    >
                      {item.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
    </footer>
  );
}
