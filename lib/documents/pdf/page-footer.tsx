import { Text, View } from "@react-pdf/renderer";
import { theme } from "@/lib/pdf";

const note = { fontSize: 8, color: theme.muted };

/** On every page: which document it is, and which page of how many. */
export function PageFooter({ footer }: { footer: string }) {
  return (
    <View
      fixed
      style={{
        position: "absolute",
        left: theme.margin,
        right: theme.margin,
        bottom: 32,
        flexDirection: "row",
        justifyContent: "space-between",
      }}
    >
      <Text style={note}>{footer}. Dates are in UTC.</Text>
      <Text style={note} render={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`} />
    </View>
  );
}
