import { CredentialsSignin } from "next-auth";
import type { DomainError } from "@/lib/shared/errors";

/** Carries our reason through NextAuth, which passes on nothing but its own errors. */
export class SignInRefused extends CredentialsSignin {
  readonly reason: DomainError;

  readonly ip: string | null;

  constructor(reason: DomainError, ip: string | null) {
    super();
    this.reason = reason;
    this.ip = ip;
    this.code = reason.code;
  }
}
