import type { Metadata } from "next";
import { Card, CardBody } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireUser } from "@/lib/auth";
import { getContext } from "@/lib/context";
import { getProfile } from "@/lib/users";
import { listTimeZones } from "@/lib/users/schema";
import { Notice } from "../_components/notice";
import { ProfileForm } from "./_components/profile-form";

export const metadata: Metadata = { title: "Profile" };

const notices = { saved: { title: "Your profile is saved." } };

export default async function ProfilePage({ searchParams }: PageProps<"/settings/profile">) {
  const user = await requireUser();
  const [{ notice }, profile] = await Promise.all([searchParams, getProfile(getContext().db, user.id)]);
  const values = Object.fromEntries(Object.entries(profile).map(([name, value]) => [name, value ?? ""]));
  return (
    <>
      <PageHeader
        title="Profile"
        description="Who you are, for the people you work with. All of it is optional."
      />
      <Notice kind={notice} words={notices} />
      <Card aria-label="Profile">
        <CardBody>
          <ProfileForm profile={values} timeZones={listTimeZones()} />
        </CardBody>
      </Card>
    </>
  );
}
