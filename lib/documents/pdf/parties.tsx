import { Text, View } from "@react-pdf/renderer";
import { small } from "@/lib/pdf";
import type { Printed } from "./printed";

function Column({ title, lines, strong }: { title: string; lines: readonly string[]; strong: boolean }) {
  return (
    <View style={{ flexGrow: 1, flexBasis: 0 }}>
      <Text style={{ ...small, marginBottom: 3 }}>{title}</Text>
      {lines.map((line, index) => (
        <Text key={index} style={{ fontWeight: strong && index === 0 ? 500 : 400 }}>
          {line}
        </Text>
      ))}
    </View>
  );
}

/** Who sold, who bought, and the document's own data. */
export function Parties({ seller, buyer, facts }: Pick<Printed, "seller" | "buyer" | "facts">) {
  return (
    <View style={{ flexDirection: "row", marginTop: 30, gap: 20 }}>
      <Column title="From" lines={seller} strong />
      <Column title="To" lines={buyer} strong />
      <View style={{ flexGrow: 1.15, flexBasis: 0 }}>
        {facts.map(({ label, value }) => (
          <View key={label} style={{ flexDirection: "row", justifyContent: "space-between", gap: 10 }}>
            <Text style={small}>{label}</Text>
            <Text style={{ textAlign: "right", flexShrink: 1 }}>{value}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
