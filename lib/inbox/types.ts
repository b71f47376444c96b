import type { NotificationKind } from "@/lib/notification-preferences/types";

export interface NewNotice {
  userId: string;
  /** Names the business event and whom it is told. The same key is told once, for ever. */
  key: string;
  kind: NotificationKind;
  /** What happened, in a line. */
  title: string;
  /** What it means, in a sentence. */
  body?: string;
  /** Where to look at it or do something about it: a path of our own. */
  href: `/${string}`;
}

/** One line of somebody's inbox. */
export interface Notice {
  id: string;
  /** One of this release, or of another: shown all the same. */
  kind: string;
  title: string;
  body: string;
  href: string;
  createdAt: Date;
  read: boolean;
}

export const noticeFilters = ["all", "unread"] as const;
export type NoticeFilter = (typeof noticeFilters)[number];

/** A page of the inbox, newest first. The cursors are null at the ends. */
export interface NoticePage {
  notices: Notice[];
  /** For `before`, to read on. */
  older: string | null;
  /** For `after`, to read back. */
  newer: string | null;
}

/** More unread ones than this are counted as this many: the bell says "99+". */
export const mostCounted = 100;
