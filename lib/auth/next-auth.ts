import NextAuth from "next-auth";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { createAuthConfig } from "./create-auth-config";
import { readRequestOrigin } from "./read-request-origin";
import { rememberDevice } from "./remember-device";

/** Configured on first use, so that building the product needs no environment. */
export const { handlers, signIn, signOut } = NextAuth(() =>
  createAuthConfig({
    ctx: getContext(),
    secret: env().AUTH_SECRET,
    providers: env(),
    readOrigin: readRequestOrigin,
    rememberDevice,
  }),
);
