import Link from "next/link";
import { type ComponentProps } from "react";

import { buttonStyles, type ButtonStyle } from "./button-styles";
import { cn } from "./cn";

type LinkButtonProps = ComponentProps<typeof Link> & ButtonStyle;

/** A link that looks like a button. */
export function LinkButton({ variant, size, className, ...props }: LinkButtonProps) {
  return <Link {...props} className={cn(buttonStyles({ variant, size }), className)} />;
}
