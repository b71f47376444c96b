import { Button, Link, Section, Text } from "react-email";
import { theme } from "./theme";

interface ActionProps {
  href: string;
  label: string;
  /** For links that carry a secret: shown in full, for programs that break buttons and for plain text. */
  spelledOut?: boolean;
}

/** The one thing to do. */
export function Action({ href, label, spelledOut = false }: ActionProps) {
  return (
    <Section style={{ marginTop: 24 }}>
      <Button
        href={href}
        data-skip-in-text={spelledOut || undefined}
        style={{
          background: theme.accent,
          borderRadius: 8,
          color: "#ffffff",
          fontFamily: theme.font,
          fontSize: 15,
          fontWeight: 500,
          padding: "12px 20px",
        }}
      >
        {label}
      </Button>
      {spelledOut ? (
        <Text
          className="mail-muted"
          style={{
            fontFamily: theme.font,
            color: theme.muted,
            fontSize: 13,
            lineHeight: "20px",
            margin: "20px 0 0",
          }}
        >
          The link in full:{" "}
          <Link href={href} className="mail-link" style={{ color: theme.accent, wordBreak: "break-all" }}>
            {href}
          </Link>
        </Text>
      ) : null}
    </Section>
  );
}
