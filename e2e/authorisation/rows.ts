import { actorNames, type ActorName } from "./actors";
import type { Outcome } from "./outcome";

type Expectation = Record<ActorName, Outcome>;

const everybody = (outcome: Outcome): Expectation =>
  Object.fromEntries(actorNames.map((name) => [name, outcome])) as Expectation;

const nobodySignedIn: Expectation = { ...everybody("sign-in"), unverified: "verify-email" };

/** Who may do what: one line for each kind of audience there is. */
export const audiences = {
  /** Shows the same to everybody. */
  everyone: everybody("let in"),
  /** Leads who is signed in on to where they want to go. */
  guests: {
    ...everybody("let in"),
    ...{ unverified: "own page", owner: "own page", "other member": "own page", admin: "own page" },
  },
  members: { ...nobodySignedIn, owner: "let in", "other member": "let in", admin: "let in" },
  /** For who it belongs to: to all others, admins included, it does not exist. */
  owner: { ...nobodySignedIn, owner: "let in", "other member": "nothing there", admin: "nothing there" },
  admins: { ...nobodySignedIn, owner: "nothing there", "other member": "nothing there", admin: "let in" },
  /** Sent by a script of our own pages, which keeps what was typed: an error instead of another page. */
  forms: { ...everybody("refused"), owner: "let in", "other member": "let in", admin: "let in" },
  /** For machines that prove themselves by a secret: no session helps. */
  machines: everybody("refused"),
  /** For programs with a person's key, which programs.ts tries: no session helps. */
  programs: everybody("refused"),
} satisfies Record<string, Expectation>;

export type Audience = keyof typeof audiences;

export interface Row {
  audience: Audience;
  /** What differs from the audience's rule, and why is said beside it. */
  but?: Partial<Expectation>;
  method?: "POST";
  /** What a key must be allowed, to be let in here. */
  scope?: string;
  /** The name in brackets stands for what belongs to the owner (own-things.ts). */
  path?: string;
  body?: Record<string, string>;
  /** A picture is sent, as a form with a file. */
  picture?: true;
}
