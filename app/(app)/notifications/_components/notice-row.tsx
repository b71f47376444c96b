import { CreditCard, Gauge, ShieldCheck, UserRound, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import { ButtonForm } from "@/app/(app)/settings/_components/button-form";
import { Badge } from "@/components/ui/badge";
import type { Notice } from "@/lib/inbox/types";
import {
  notificationKinds,
  type NotificationGroup,
  type NotificationKind,
} from "@/lib/notification-preferences/types";
import { submitMarkRead } from "../_actions/mark-read";
import { NoticeLink } from "./notice-link";

const icons: Record<NotificationGroup, LucideIcon> = {
  usage: Gauge,
  security: ShieldCheck,
  money: CreditCard,
  account: UserRound,
};

const isKnown = (kind: string): kind is NotificationKind => Object.hasOwn(notificationKinds, kind);

interface NoticeRowProps {
  notice: Notice;
  timeZone: string;
  /** Whether who looks may mark it as read. */
  marks: boolean;
}

export function NoticeRow({ notice, timeZone, marks }: NoticeRowProps) {
  const { id, kind, title, body, href, createdAt, read } = notice;
  const known = isKnown(kind) ? notificationKinds[kind] : null;
  const Icon = icons[known?.group ?? "account"];
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone }).format(createdAt);
  return (
    <li className="flex items-start gap-3 px-5 py-4">
      <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-hover text-ink-muted">
        <Icon aria-hidden="true" className="size-4" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-2 sm:flex-row sm:items-start">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
            <NoticeLink id={id} href={href as Route} title={title} read={read} marks={marks} />
            {read ? null : <Badge tone="accent">Unread</Badge>}
          </p>
          {body ? <p className="mt-0.5 break-words text-ink-muted">{body}</p> : null}
          <p className="mt-1 text-[0.8125rem] text-ink-muted">
            {known ? `${known.label} · ` : null}
            <time dateTime={createdAt.toISOString()}>{time}</time>
          </p>
        </div>
        {marks && !read ? (
          <ButtonForm
            action={submitMarkRead}
            values={{ id }}
            label="Mark read"
            describedAs={`Mark read: ${title}`}
            size="sm"
          />
        ) : null}
      </div>
    </li>
  );
}
