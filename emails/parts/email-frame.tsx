import type { ReactNode } from "react";
import { Body, Container, Head, Heading, Html, Link, Preview, Section, Text } from "react-email";
import type { EmailFooter } from "../types";
import { Brand } from "./brand";
import type { Switchable } from "./switchable";
import { darkStyles, theme } from "./theme";

interface EmailFrameProps extends Switchable {
  /** What the list of mails shows beside the subject. */
  preview: string;
  title: string;
  /** Why this person gets this mail, and what to do when they did not expect it. */
  reason: string;
  children: ReactNode;
}

const text = { fontFamily: theme.font, margin: 0 };

/** The frame of every mail: brand, one card, and why it was sent. */
export function EmailFrame({ preview, title, reason, footer, children }: EmailFrameProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="mail-canvas" style={{ background: theme.canvas, margin: 0, padding: "32px 12px" }}>
        <Container style={{ maxWidth: 540, margin: "0 auto" }}>
          <Brand />
          <Section
            className="mail-surface"
            style={{
              background: theme.surface,
              border: `1px solid ${theme.line}`,
              borderRadius: 12,
              padding: "32px 32px 28px",
            }}
          >
            <Heading
              as="h1"
              className="mail-ink"
              style={{
                ...text,
                color: theme.ink,
                fontSize: 22,
                lineHeight: "28px",
                fontWeight: 600,
                letterSpacing: "-0.01em",
              }}
            >
              {title}
            </Heading>
            {children}
          </Section>
          <Text
            className="mail-muted"
            style={{ ...text, color: theme.muted, fontSize: 13, lineHeight: "20px", padding: "20px 8px 0" }}
          >
            {reason}
          </Text>
          {footer ? <SwitchOff {...footer} /> : null}
        </Container>
      </Body>
    </Html>
  );
}

const link = { color: theme.muted, textDecoration: "underline" };

function SwitchOff({ pageUrl, settingsUrl }: EmailFooter) {
  return (
    <Text
      className="mail-muted"
      style={{ ...text, color: theme.muted, fontSize: 13, lineHeight: "20px", padding: "8px 8px 0" }}
    >
      <Link href={pageUrl} className="mail-muted" style={link}>
        Unsubscribe from these emails
      </Link>
      {" · "}
      <Link href={settingsUrl} className="mail-muted" style={link}>
        Notification settings
      </Link>
    </Text>
  );
}
