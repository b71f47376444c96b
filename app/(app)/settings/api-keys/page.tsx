import type { Metadata } from "next";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listApiKeys } from "@/lib/api-keys";
import { maxApiKeys } from "@/lib/api-keys/types";
import { hasRecentSignIn, requireUser } from "@/lib/auth";
import { actingAs, getContext } from "@/lib/context";
import { ConfirmFirst } from "../_components/confirm-first";
import { Notice } from "../_components/notice";
import { CreateForm } from "./_components/create-form";
import { KeyDialogs } from "./_components/key-dialogs";
import { KeyList } from "./_components/key-list";

export const metadata: Metadata = { title: "API keys" };

const notices = {
  revoked: { title: "The key is revoked.", text: "Programs that use it are refused from now on." },
};

export default async function ApiKeysPage({ searchParams }: PageProps<"/settings/api-keys">) {
  const { id: userId, role, sessionId } = await requireUser();
  const { rotate, revoke, notice } = await searchParams;
  const ctx = actingAs(getContext(), { kind: "user", userId, role, sessionId });
  const [keys, confirmed] = await Promise.all([listApiKeys(ctx), hasRecentSignIn()]);
  return (
    <>
      <PageHeader
        title="API keys"
        description="With a key, your programs run services and spend credits in your name."
        action={
          <LinkButton href="/api/docs" variant="secondary">
            API reference
          </LinkButton>
        }
      />
      <Notice kind={notice} words={notices} />
      <div className="flex flex-col gap-6">
        <KeyList keys={keys} />
        <Card aria-labelledby="new-key">
          <CardHeader
            id="new-key"
            title="New key"
            description={`Give each program its own, with no more than it needs. You can have ${maxApiKeys}.`}
          />
          <CardBody>
            {confirmed ? <CreateForm /> : <ConfirmFirst next="/settings/api-keys" purpose="make a key" />}
          </CardBody>
        </Card>
      </div>
      <KeyDialogs keys={keys} rotateId={rotate} revokeId={revoke} confirmed={confirmed} />
    </>
  );
}
