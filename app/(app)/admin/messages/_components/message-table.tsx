import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ListedMessage } from "@/lib/contact/types";
import { messageStates } from "./message-words";

/** On a phone state and time move under the words: nothing is left out. */
export function MessageTable({ messages }: { messages: readonly ListedMessage[] }) {
  return (
    <Table label="Table of messages">
      <TableHead>
        <tr>
          <TableHeader>Message</TableHeader>
          <TableHeader className="max-md:hidden">From</TableHeader>
          <TableHeader className="max-md:hidden">State</TableHeader>
          <TableHeader className="max-md:hidden">Written</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {messages.map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </TableBody>
    </Table>
  );
}

function MessageRow({ message }: { message: ListedMessage }) {
  const { id, status, name, email, subject, excerpt, createdAt } = message;
  const state = <Badge tone={messageStates[status].tone}>{messageStates[status].label}</Badge>;
  return (
    <TableRow className="relative">
      <TableCell className="max-w-[28rem] max-md:w-full">
        <Link
          href={`/admin/messages/${id}` as Route}
          prefetch={false}
          className="rounded-xs font-medium break-words after:absolute after:inset-0 hover:underline hover:underline-offset-4"
        >
          {subject}
        </Link>
        <span className="line-clamp-2 text-[0.8125rem] break-words text-ink-muted">{excerpt}</span>
        <span className="mt-1 flex flex-wrap items-center gap-2 text-[0.8125rem] break-all text-ink-muted md:hidden">
          {state} {email} · <DateTime value={createdAt} show="time" />
        </span>
      </TableCell>
      <TableCell className="max-w-60 break-words max-md:hidden">
        {name}
        <span className="block text-[0.8125rem] break-all text-ink-muted">{email}</span>
      </TableCell>
      <TableCell className="max-md:hidden">{state}</TableCell>
      <TableCell className="text-ink-muted max-md:hidden">
        <DateTime value={createdAt} show="time" />
      </TableCell>
    </TableRow>
  );
}
