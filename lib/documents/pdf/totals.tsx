import { Text, View } from "@react-pdf/renderer";
import { theme } from "@/lib/pdf";
import type { TotalRow } from "./printed";

/** The figures under the lines, kept together. */
export function Totals({ rows }: { rows: readonly TotalRow[] }) {
  return (
    <View wrap={false} style={{ marginTop: 10, marginLeft: "auto", width: 290 }}>
      {rows.map(({ label, value, strong }) => (
        <View
          key={label}
          style={{
            flexDirection: "row",
            justifyContent: "space-between",
            gap: 14,
            paddingVertical: strong ? 7 : 4,
            ...(strong ? { borderTopWidth: 0.75, borderBottomWidth: 0.75, borderColor: theme.line } : {}),
          }}
        >
          <Text style={strong ? { fontWeight: 600 } : { color: theme.muted, flexShrink: 1 }}>{label}</Text>
          <Text style={{ fontWeight: strong ? 600 : 400, flexShrink: 0 }}>{value}</Text>
        </View>
      ))}
    </View>
  );
}
