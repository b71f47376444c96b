import { expect, test } from "vitest";
import { getProfile, updateProfile } from "@/lib/users";
import { profileSchema } from "@/lib/users/schema";
import { openUsers } from "./setup";

const { db, ctx, register } = await openUsers();

test("a profile is replaced as a whole and touches nobody else's", async () => {
  const [user, other] = [await register(), await register()];
  const full = {
    name: "Ada",
    bio: "one\ntwo",
    company: "Analytical",
    jobTitle: "Engineer",
    website: "https://example.com/",
    location: "London",
    timeZone: "Europe/London",
  };
  const save = (input: unknown) =>
    updateProfile(ctx, { userId: user.id, profile: profileSchema.parse(input) });
  await save(full);
  expect(await getProfile(db, user.id)).toEqual(full);
  await save({ name: "Ada L." });
  expect(await getProfile(db, user.id)).toEqual({ ...profileSchema.parse({}), name: "Ada L." });
  expect(await getProfile(db, other.id)).toEqual(profileSchema.parse({}));
});
