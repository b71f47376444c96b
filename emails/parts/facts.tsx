import { theme } from "./theme";

interface FactsProps {
  /** A row without a value is left out. */
  rows: readonly { label: string; value: string | null }[];
}

const cell = {
  fontFamily: theme.font,
  fontSize: 14,
  lineHeight: "20px",
  padding: "11px 0",
  borderTop: `1px solid ${theme.line}`,
} as const;

/** Labels and figures under each other, as on a receipt. A real table: plain text lines it up as well. */
export function Facts({ rows }: FactsProps) {
  return (
    <table className="mail-facts" width="100%" cellPadding={0} cellSpacing={0} style={{ marginTop: 20 }}>
      <tbody>
        {rows.map(({ label, value }) =>
          value === null ? null : (
            <tr key={label}>
              <th
                scope="row"
                className="mail-muted mail-line"
                style={{
                  ...cell,
                  color: theme.muted,
                  fontWeight: 400,
                  textAlign: "left",
                  whiteSpace: "nowrap",
                  paddingRight: 16,
                }}
              >
                {label}
              </th>
              <td
                className="mail-ink mail-line"
                style={{
                  ...cell,
                  color: theme.ink,
                  fontWeight: 500,
                  textAlign: "right",
                  fontVariantNumeric: "tabular-nums",
                  overflowWrap: "anywhere",
                }}
              >
                {value}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
