import { Text, View } from "@react-pdf/renderer";
import { theme } from "@/lib/pdf";
import type { PrintedReport } from "./printed";

/** From the opening balance to the closing one, kept together. */
export function CreditRows({ creditsTitle, credits }: Pick<PrintedReport, "creditsTitle" | "credits">) {
  return (
    <View wrap={false} style={{ marginTop: 24 }}>
      <Text style={{ fontSize: 11, fontWeight: 600, marginBottom: 5 }}>{creditsTitle}</Text>
      {credits.map(({ label, value }, index) => {
        const balance = index === 0 || index === credits.length - 1;
        return (
          <View
            key={label}
            style={{
              ...{ flexDirection: "row", justifyContent: "space-between", gap: 14 },
              ...{ borderTopWidth: 0.75, borderColor: balance ? theme.ink : theme.line },
              ...{ paddingTop: 4.5, paddingBottom: 4 },
            }}
          >
            <Text style={{ flexShrink: 1, fontWeight: balance ? 500 : 400 }}>{label}</Text>
            <Text style={{ flexShrink: 0, fontWeight: balance ? 600 : 400 }}>{value}</Text>
          </View>
        );
      })}
    </View>
  );
}
