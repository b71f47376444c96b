import { notFound } from "next/navigation";
import { requireUser } from "./require-user";
import type { SignedInUser } from "./types";

/** As requireUser, and 404 for members: they learn nothing about what is there. */
export async function requireAdmin(): Promise<SignedInUser> {
  const user = await requireUser();
  if (user.role !== "admin") notFound();
  return user;
}
