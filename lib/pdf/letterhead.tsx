import { Path, Rect, Svg, Text, View } from "@react-pdf/renderer";
import { theme } from "./theme";

/** The product's mark and the seller on the left, what kind of document it is on the right. */
export function Letterhead({ seller, title }: { seller: string; title: string }) {
  return (
    <View style={{ flexDirection: "row", justifyContent: "space-between", alignItems: "center" }}>
      <View style={{ flexDirection: "row", alignItems: "center", maxWidth: 300 }}>
        <Svg width={22} height={22} viewBox="0 0 32 32">
          <Rect width={32} height={32} rx={8} fill={theme.accent} />
          <Rect x={8} y={16} width={8} height={8} rx={2} fill="#ffffff" />
          <Path
            d="M9.5 9.5h9a4 4 0 0 1 4 4v9"
            fill="none"
            stroke="#ffffff"
            strokeWidth={3}
            strokeLinecap="round"
          />
        </Svg>
        <Text style={{ marginLeft: 9, fontSize: 12, fontWeight: 600 }}>{seller}</Text>
      </View>
      <Text style={{ fontSize: 12, color: theme.muted }}>{title}</Text>
    </View>
  );
}
