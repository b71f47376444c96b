import { Text, View } from "@react-pdf/renderer";
import { theme } from "@/lib/pdf";

const note = { fontSize: 8, color: theme.muted };

/** On every page: whose report, of which days, and which page of how many. */
export function PageFooter({ footer }: { footer: string }) {
  return (
    <View
      fixed
      style={{
        ...{ position: "absolute", left: theme.margin, right: theme.margin, bottom: 32 },
        ...{ flexDirection: "row", justifyContent: "space-between", gap: 20 },
      }}
    >
      <Text style={{ ...note, flexGrow: 1, flexBasis: 0 }}>{footer}</Text>
      <Text
        style={{ ...note, width: 70, textAlign: "right" }}
        render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`}
      />
    </View>
  );
}
