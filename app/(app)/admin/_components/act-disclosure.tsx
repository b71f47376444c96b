import { type ReactNode } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";

type ActDisclosureProps = {
  label: string;
  /** For screen readers, where several say the same. */
  describedAs?: string;
  children: ReactNode;
};

/** A button that opens the form of an act in place; without JavaScript too. */
export function ActDisclosure({ label, describedAs, children }: ActDisclosureProps) {
  return (
    <details className="group w-full">
      <summary
        aria-label={describedAs}
        className={cn(
          buttonStyles({ variant: "secondary", size: "sm" }),
          "cursor-pointer list-none group-open:bg-hover [&::-webkit-details-marker]:hidden",
        )}
      >
        {label}
      </summary>
      <div className="mt-3 max-w-xl text-left whitespace-normal">{children}</div>
    </details>
  );
}
