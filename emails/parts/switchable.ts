import type { EmailFooter } from "../types";

/** Beside the props of a mail that its reader can switch off. */
export interface Switchable {
  footer?: EmailFooter | undefined;
}
