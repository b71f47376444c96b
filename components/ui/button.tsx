import { type ComponentProps } from "react";

import { buttonStyles, type ButtonStyle } from "./button-styles";
import { cn } from "./cn";
import { Spinner } from "./spinner";

type ButtonProps = ComponentProps<"button"> & ButtonStyle & { pending?: boolean };

/** A button that does something here; for going somewhere use LinkButton. Never submits unless asked to. */
export function Button({ variant, size, pending = false, className, children, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      disabled={pending || props.disabled}
      aria-busy={pending || undefined}
      className={cn(buttonStyles({ variant, size }), className)}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}
