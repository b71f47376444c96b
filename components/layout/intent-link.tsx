"use client";

import Link from "next/link";
import { useState, type ComponentProps } from "react";

/**
 * A link of the navigation. What it leads to is fetched ahead once somebody points at it or comes to it by keyboard:
 * a page shows more than a dozen of them, and most are not followed.
 */
export function IntentLink({ onPointerEnter, onFocus, ...props }: ComponentProps<typeof Link>) {
  const [intended, setIntended] = useState(false);
  return (
    <Link
      {...props}
      prefetch={intended ? null : false}
      onPointerEnter={(event) => {
        setIntended(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setIntended(true);
        onFocus?.(event);
      }}
    />
  );
}
