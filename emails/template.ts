import type { ReactElement } from "react";
import type { EmailProps, EmailTemplate } from "./types";

interface Template<Props> {
  subject: (props: Props) => string;
  body: (props: Props) => ReactElement;
}

/** The subject and the body of each of these mails. */
export type Templates<T extends EmailTemplate> = { [Name in T]: Template<EmailProps[Name]> };
