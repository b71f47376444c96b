import { type ChangeInput } from "./types";

export interface RemoveInput extends ChangeInput {
  creditsMilli: bigint;
  /** What is missing becomes debt for what was used; otherwise too little takes nothing. */
  asDebt: boolean;
}

export interface PutBackInput extends ChangeInput {
  /** The key that the credits were removed with. */
  removalKey: string;
}
