import type { ReactElement } from "react";
import type { EmailFooter, EmailProps, EmailTemplate } from "./types";

interface Template<Props> {
  subject: (props: Props) => string;
  /** Mails that can be switched off show the footer. */
  body: (props: Props, footer?: EmailFooter) => ReactElement;
}

/** The subject and the body of each of these mails. */
export type Templates<T extends EmailTemplate> = { [Name in T]: Template<EmailProps[Name]> };
