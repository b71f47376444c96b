import type { Metadata } from "next";
import { Card, CardBody } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { openMemberPage } from "@/lib/auth";
import { findPictureId } from "@/lib/avatars";
import { getProfile } from "@/lib/users";
import { listTimeZones } from "@/lib/users/schema";
import { Notice } from "../_components/notice";
import { PictureCard } from "./_components/picture-card";
import { ProfileForm } from "./_components/profile-form";

export const metadata: Metadata = { title: "Profile" };

const notices = {
  saved: { title: "Your profile is saved." },
  "picture-saved": { title: "Your picture is saved." },
  "picture-removed": { title: "Your picture is removed." },
};

export default async function ProfilePage({ searchParams }: PageProps<"/settings/profile">) {
  const { user, ctx } = await openMemberPage();
  const { db, storage } = ctx;
  const [{ notice, problem }, profile, pictureId] = await Promise.all([
    searchParams,
    getProfile(db, user.id),
    findPictureId(db, user.id),
  ]);
  const values = Object.fromEntries(Object.entries(profile).map(([name, value]) => [name, value ?? ""]));
  return (
    <>
      <PageHeader
        title="Profile"
        description="Who you are, for the people you work with. All of it is optional."
      />
      <Notice kind={notice} words={notices} />
      <div className="flex flex-col gap-6">
        <PictureCard
          name={profile.name ?? user.email}
          pictureId={pictureId}
          available={storage !== null}
          problem={typeof problem === "string" ? problem : null}
        />
        <Card aria-label="Profile">
          <CardBody>
            <ProfileForm profile={values} timeZones={listTimeZones()} />
          </CardBody>
        </Card>
      </div>
    </>
  );
}
