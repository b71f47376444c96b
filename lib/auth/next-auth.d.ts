import "next-auth";

declare module "next-auth" {
  /** What our adapter adds to the library's user. */
  interface User {
    role?: "member" | "admin";
    sessionId?: string;
  }
}
