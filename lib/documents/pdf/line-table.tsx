import { Text, View } from "@react-pdf/renderer";
import { small, theme } from "@/lib/pdf";
import type { PrintedLine } from "./printed";

const row = {
  flexDirection: "row",
  gap: 14,
  borderBottomWidth: 0.75,
  borderBottomColor: theme.line,
} as const;
const quantity = { width: 34, textAlign: "right" } as const;
const amount = { width: 118, textAlign: "right" } as const;

/** What was sold. Its head is repeated on every page; no line is torn apart. */
export function LineTable({ lines }: { lines: readonly PrintedLine[] }) {
  return (
    <View style={{ marginTop: 26 }}>
      <View fixed style={{ ...row, borderBottomColor: theme.ink, paddingBottom: 6 }}>
        <Text style={{ ...small, flexGrow: 1, flexBasis: 0 }}>Description</Text>
        <Text style={{ ...small, ...quantity }}>Qty</Text>
        <Text style={{ ...small, ...amount }}>Amount</Text>
      </View>
      {lines.map((line, index) => (
        <View key={index} wrap={false} style={{ ...row, paddingTop: 8, paddingBottom: 7 }}>
          <View style={{ flexGrow: 1, flexBasis: 0 }}>
            <Text>{line.description}</Text>
            {line.period ? <Text style={small}>{line.period}</Text> : null}
          </View>
          <Text style={quantity}>{line.quantity}</Text>
          <Text style={amount}>{line.amount}</Text>
        </View>
      ))}
    </View>
  );
}
