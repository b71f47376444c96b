import type { Metadata } from "next";
import { v4 as newFormKey } from "uuid";
import { orNotFound } from "@/app/(app)/or-not-found";
import { Notice } from "@/app/(app)/settings/_components/notice";
import { Card, CardBody } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { viewMessage } from "@/lib/contact";
import { openAdminContext } from "../../admin-context";
import { AnswerForm } from "../_components/answer-form";
import { Conversation } from "../_components/conversation";
import { messageNotices } from "../_components/message-words";
import { SenderCard } from "../_components/sender-card";

export const metadata: Metadata = { title: "Message" };

export default async function MessagePage({ params, searchParams }: PageProps<"/admin/messages/[id]">) {
  const { ctx, origin } = await openAdminContext();
  const { id } = await params;
  const message = await orNotFound(() => viewMessage(ctx, { id, origin }));
  const { answers, email, subject } = message;
  return (
    <>
      <PageHeader title={subject} parents={[{ label: "Messages", href: "/admin/messages" }]} />
      <Notice kind={(await searchParams).notice} words={messageNotices} />
      <div className="grid items-start gap-6 lg:grid-cols-[5fr_2fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <Conversation message={message} />
          <Card aria-label="Answer">
            <CardBody>
              <AnswerForm
                key={answers.length}
                id={message.id}
                formKey={newFormKey()}
                seen={answers.length}
                email={email}
              />
            </CardBody>
          </Card>
        </div>
        <SenderCard message={message} />
      </div>
    </>
  );
}
