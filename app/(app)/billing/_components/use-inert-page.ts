"use client";

import { useLayoutEffect, useRef, type RefObject } from "react";

/**
 * Switches off everything on the page but `above`, for as long as the caller is there; what other scripts add
 * meanwhile stays usable.
 * @returns what had the focus before
 */
export function useInertPage(above: RefObject<HTMLElement | null>): RefObject<HTMLElement | null> {
  const opener = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const rest = [...document.body.children].filter(
      (element) => !element.contains(above.current) && !element.hasAttribute("inert"),
    );
    for (const element of rest) element.setAttribute("inert", "");
    return () => {
      for (const element of rest) element.removeAttribute("inert");
    };
  }, [above]);
  return opener;
}
