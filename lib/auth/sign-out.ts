"use server";

import { redirect } from "next/navigation";
import { requireSameOrigin } from "@/lib/http";
import { headers } from "next/headers";
import { env } from "@/lib/env";
import { signOut as endSession } from "./next-auth";

/** Ends this browser's session on the server and goes to the sign-in page. A form action. */
export async function signOut(): Promise<void> {
  requireSameOrigin(await headers(), env().APP_URL);
  await endSession({ redirect: false });
  redirect("/sign-in");
}
