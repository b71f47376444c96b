import { Download } from "lucide-react";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";

/** The table as a file. */
export function CsvLink({ href, title }: { href: string; title: string }) {
  return (
    <a
      href={href}
      download
      aria-label={`CSV: ${title}`}
      className={cn(buttonStyles({ variant: "ghost", size: "sm" }), "-mt-1 -mr-2 px-2")}
    >
      <Download aria-hidden="true" />
      <span className="max-sm:sr-only">CSV</span>
    </a>
  );
}
