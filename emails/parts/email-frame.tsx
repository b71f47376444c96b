import type { ReactNode } from "react";
import { Body, Column, Container, Head, Heading, Html, Preview, Row, Section, Text } from "react-email";
import { darkStyles, theme } from "./theme";

interface EmailFrameProps {
  /** What the list of mails shows beside the subject. */
  preview: string;
  title: string;
  /** Why this person gets this mail, and what to do when they did not expect it. */
  reason: string;
  children: ReactNode;
}

const text = { fontFamily: theme.font, margin: 0 };

/** The frame of every mail: brand, one card, and why it was sent. */
export function EmailFrame({ preview, title, reason, children }: EmailFrameProps) {
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
        </Container>
      </Body>
    </Html>
  );
}

function Brand() {
  return (
    <Row style={{ width: "auto", margin: "0 0 20px 4px" }}>
      <Column style={{ width: 22 }}>
        <div
          style={{
            width: 17,
            height: 10,
            borderRadius: 6,
            background: theme.accent,
            padding: "12px 0 0 5px",
          }}
        >
          <div style={{ width: 6, height: 6, borderRadius: 2, background: "#ffffff" }} />
        </div>
      </Column>
      <Column
        className="mail-ink"
        style={{ ...text, color: theme.ink, fontSize: 15, fontWeight: 600, paddingLeft: 9 }}
      >
        QuickScale
      </Column>
    </Row>
  );
}
