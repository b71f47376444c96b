"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { toFormAction, userAction } from "@/lib/actions";
import { updateProfile } from "@/lib/users";
import { profileSchema } from "@/lib/users/schema";

const action = userAction
  .metadata({ name: "update-profile", limit: { points: 60, windowSeconds: 600 } })
  .inputSchema(profileSchema)
  .action(async ({ parsedInput: profile, ctx }): Promise<null> => {
    await updateProfile(ctx.app, { userId: ctx.user.id, profile });
    revalidatePath("/", "layout"); // the name and the time zone are in the frame of every page
    redirect("/settings/profile?notice=saved");
  });

export const submitProfile = toFormAction(action, [
  "name",
  "bio",
  "company",
  "jobTitle",
  "website",
  "location",
  "timeZone",
]);
