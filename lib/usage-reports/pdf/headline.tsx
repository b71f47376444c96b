import { Text, View } from "@react-pdf/renderer";
import { small, theme } from "@/lib/pdf";
import type { PrintedReport } from "./printed";

/** Whose use it is and of which days, and what it came to. */
export function Headline({ title, person, facts, figures }: PrintedReport) {
  const fontSize = figures.some(({ value }) => value.length > 12) ? 11 : 15;
  return (
    <>
      <Text style={{ marginTop: 36, fontSize: 21, lineHeight: 1.25, fontWeight: 600, letterSpacing: -0.3 }}>
        {title}
      </Text>
      <View style={{ flexDirection: "row", marginTop: 14, gap: 20 }}>
        <View style={{ flexGrow: 1, flexBasis: 0 }}>
          {person.map((line, index) => (
            <Text key={index} style={{ fontWeight: index === 0 ? 500 : 400 }}>
              {line}
            </Text>
          ))}
        </View>
        <View style={{ flexGrow: 1, flexBasis: 0 }}>
          {facts.map(({ label, value }) => (
            <View key={label} style={{ flexDirection: "row", justifyContent: "space-between", gap: 10 }}>
              <Text style={small}>{label}</Text>
              <Text style={{ textAlign: "right", width: 170 }}>{value}</Text>
            </View>
          ))}
        </View>
      </View>
      <View
        style={{
          ...{ flexDirection: "row", marginTop: 22, paddingVertical: 11 },
          ...{ borderTopWidth: 0.75, borderBottomWidth: 0.75, borderColor: theme.line },
        }}
      >
        {figures.map(({ label, value }) => (
          <View key={label} style={{ flexGrow: 1, flexBasis: 0 }}>
            <Text style={small}>{label}</Text>
            <Text style={{ fontSize, lineHeight: 1.35, fontWeight: 600 }}>{value}</Text>
          </View>
        ))}
      </View>
    </>
  );
}
