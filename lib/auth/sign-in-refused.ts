import { CredentialsSignin } from "next-auth";
import type { DomainError } from "@/lib/shared/errors";

/** Carries our reason through NextAuth, which passes on nothing but its own errors. */
export class SignInRefused extends CredentialsSignin {
  readonly reason: DomainError;

  constructor(reason: DomainError) {
    super();
    this.reason = reason;
    this.code = reason.code;
  }
}
