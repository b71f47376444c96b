import { randomBytes } from "node:crypto";
import { Command } from "commander";
import { printLine } from "../print";
import { withContext } from "../settings";

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/, "");
}

function addCreate(command: Command): void {
  command
    .command("create <email>")
    .description("Creates a verified member. Without --password-stdin a password is made and printed once.")
    .option("--password-stdin", "read the password from standard input")
    .addHelpText("after", "\nExample:\n  $ npx quickscale user create ada@example.com")
    .action(async (email: string, { passwordStdin }: { passwordStdin?: boolean }) => {
      const password = passwordStdin ? await readStdin() : randomBytes(15).toString("base64url");
      const { createUser } = await import("@/lib/users");
      const user = await withContext((ctx) => createUser(ctx, { email, password }));
      printLine(`created ${user.email} (${user.id})`);
      if (!passwordStdin) printLine(`password: ${password}`);
    });
}

function addRoles(command: Command): void {
  for (const [verb, role] of [
    ["promote", "admin"],
    ["demote", "member"],
  ] as const) {
    command
      .command(`${verb} <email>`)
      .description(
        `Makes a person ${role === "admin" ? "an admin" : "a member"} and ends their sessions. Safe to repeat.`,
      )
      .addHelpText("after", `\nExample:\n  $ npx quickscale user ${verb} ada@example.com`)
      .action(async (email: string) => {
        const { setRole } = await import("@/lib/users");
        const { changed } = await withContext((ctx) => setRole(ctx, { email, role }));
        printLine(
          changed ? `${email} is now ${role}; all their sessions ended.` : `${email} is ${role} already.`,
        );
      });
  }
}

function addVerify(command: Command): void {
  command
    .command("verify <email>")
    .description("Confirms an address without a mail. Safe to repeat.")
    .addHelpText("after", "\nExample:\n  $ npx quickscale user verify ada@example.com")
    .action(async (email: string) => {
      const { markVerified } = await import("@/lib/users");
      const { changed, passwordKept } = await withContext((ctx) => markVerified(ctx, { email }));
      printLine(changed ? `${email} is verified.` : `${email} was verified already.`);
      if (!passwordKept)
        printLine(
          "Sign-ups with different passwords were waiting, so none of them counts: a new one is set by “Forgot password”.",
        );
    });
}

function addUnlock(command: Command): void {
  command
    .command("unlock <email>")
    .description("Lifts the lock after too many failed sign-ins. Safe to repeat.")
    .addHelpText("after", "\nExample:\n  $ npx quickscale user unlock ada@example.com")
    .action(async (email: string) => {
      const [{ unlockSignIn }, { unlockSecondStep }] = await Promise.all([
        import("@/lib/users"),
        import("@/lib/two-factor"),
      ]);
      await withContext(async (ctx) => {
        await unlockSignIn(ctx, email);
        await unlockSecondStep(ctx, email);
      });
      printLine(`${email} may try again.`);
    });
}

function addResetTwoFactor(command: Command): void {
  command
    .command("reset-2fa <email>")
    .description(
      "Turns two-factor sign-in off for who lost authenticator and recovery codes, and ends their sessions. They are told by mail. Safe to repeat.",
    )
    .addHelpText(
      "after",
      "\nMake sure first that it is the account's owner who asks.\n\nExample:\n  $ npx quickscale user reset-2fa ada@example.com",
    )
    .action(async (email: string) => {
      const { resetTwoFactor } = await import("@/lib/two-factor");
      const { changed } = await withContext((ctx) => resetTwoFactor(ctx, { email }));
      printLine(
        changed
          ? `${email} signs in in one step; all their sessions ended.`
          : `${email} had no two-factor sign-in.`,
      );
    });
}

const withReason = (command: Command) => command.option("--reason <text>", "why, for the audit");

function addSuspension(command: Command): void {
  for (const [verb, what] of [
    ["suspend", "Keeps a person out and ends their sessions; plan, credits and data stay."],
    ["restore", "Lets a suspended person in again."],
  ] as const) {
    withReason(command.command(`${verb} <email>`))
      .description(`${what} They are told by mail. Safe to repeat.`)
      .addHelpText(
        "after",
        `\nExample:\n  $ npx quickscale user ${verb} ada@example.com --reason "ticket 42"`,
      )
      .action(async (email: string, { reason }: { reason?: string }) => {
        const { restoreUser, suspendUser } = await import("@/lib/users");
        const change = verb === "suspend" ? suspendUser : restoreUser;
        const { changed } = await withContext((ctx) => change(ctx, { email, reason: reason ?? null }));
        printLine(
          `${email} is ${verb === "suspend" ? "suspended" : "not suspended"}${changed ? "." : " already."}`,
        );
      });
  }
}

function addEndSessions(command: Command): void {
  withReason(command.command("end-sessions <email>"))
    .description("Signs a person out everywhere. Safe to repeat.")
    .addHelpText("after", "\nExample:\n  $ npx quickscale user end-sessions ada@example.com")
    .action(async (email: string, { reason }: { reason?: string }) => {
      const { endSessionsOf } = await import("@/lib/users");
      const { sessions } = await withContext((ctx) => endSessionsOf(ctx, { email, reason: reason ?? null }));
      printLine(`${sessions} ${sessions === 1 ? "session" : "sessions"} of ${email} ended.`);
    });
}

export function userCommand(): Command {
  const command = new Command("user").description("People.");
  addCreate(command);
  addRoles(command);
  addVerify(command);
  addUnlock(command);
  addResetTwoFactor(command);
  addSuspension(command);
  addEndSessions(command);
  return command;
}
