"use client";

import type { Route } from "next";
import Link from "next/link";
import { startTransition, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { submitMarkRead } from "../_actions/mark-read";

interface NoticeLinkProps {
  id: string;
  href: Route;
  title: string;
  read: boolean;
  /** Whoever looks as somebody else reads nothing in their name. */
  marks: boolean;
}

/** Leads to what a notice is about; who follows it has read it. Without a script there is the button beside it. */
export function NoticeLink({ id, href, title, read, marks }: NoticeLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const wasRead = useRef(read);
  useEffect(() => {
    // The button that was pressed is gone: whoever works by keyboard goes on from here.
    if (read && !wasRead.current && document.activeElement === document.body) link.current?.focus();
    wasRead.current = read;
  }, [read]);
  const markRead = () => {
    const form = new FormData();
    form.set("id", id);
    startTransition(async () => {
      await submitMarkRead(null, form);
    });
  };
  return (
    <Link
      ref={link}
      href={href}
      prefetch={false}
      {...(marks && !read ? { onClick: markRead } : {})}
      className={cn(
        "rounded-xs break-words hover:underline",
        read ? "text-ink-muted" : "font-semibold text-ink",
      )}
    >
      {title}
    </Link>
  );
}
