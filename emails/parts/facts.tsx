import { Column, Row, Section } from "react-email";
import { theme } from "./theme";

interface FactsProps {
  rows: readonly { label: string; value: string }[];
}

const cell = { fontFamily: theme.font, fontSize: 14, lineHeight: "20px", padding: "11px 0" };

/** Labels and figures under each other, as on a receipt. */
export function Facts({ rows }: FactsProps) {
  return (
    <Section style={{ marginTop: 20 }}>
      {rows.map(({ label, value }) => (
        <Row key={label} className="mail-line" style={{ borderTop: `1px solid ${theme.line}` }}>
          <Column className="mail-muted" style={{ ...cell, color: theme.muted }}>
            {label}
          </Column>
          <Column
            className="mail-ink"
            align="right"
            style={{ ...cell, color: theme.ink, fontWeight: 500, fontVariantNumeric: "tabular-nums" }}
          >
            {value}
          </Column>
        </Row>
      ))}
    </Section>
  );
}
