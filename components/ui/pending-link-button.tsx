"use client";

import { useLinkStatus } from "next/link";
import { type ComponentProps, type ReactNode } from "react";

import { LinkButton } from "./link-button";
import { Spinner } from "./spinner";

/** A link to something that takes its time, and shows so meanwhile. */
export function PendingLinkButton({ children, ...props }: ComponentProps<typeof LinkButton>) {
  return (
    <LinkButton {...props}>
      <WhilePending />
      {children}
    </LinkButton>
  );
}

function WhilePending(): ReactNode {
  return useLinkStatus().pending ? <Spinner /> : null;
}
