import { Line, Rect, Svg, Text, View } from "@react-pdf/renderer";
import { small, theme } from "@/lib/pdf";
import type { PrintedChart } from "./printed";

const width = 491;
const height = 92;

/** One bar for each part of the range, with the highest said in figures; the table below says the others. */
export function BarChart({ title, bars, highest, first, last }: PrintedChart) {
  const step = width / bars.length;
  const gap = Math.min(4, step * 0.25);
  return (
    <View wrap={false} style={{ marginTop: 24 }}>
      <View style={{ flexDirection: "row", justifyContent: "space-between" }}>
        <Text style={{ fontSize: 11, fontWeight: 600 }}>{title}</Text>
        <Text style={small}>At most {highest}</Text>
      </View>
      <Svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} style={{ marginTop: 8 }}>
        <Line x1={0} y1={0.5} x2={width} y2={0.5} stroke={theme.line} strokeWidth={0.75} />
        {bars.map((share, index) => {
          const tall = Math.max(share * (height - 2), share > 0 ? 1 : 0);
          return (
            <Rect
              key={index}
              x={index * step + gap / 2}
              y={height - 1 - tall}
              width={Math.min(step - gap, 36)}
              height={tall}
              fill={theme.accent}
            />
          );
        })}
        <Line x1={0} y1={height - 0.5} x2={width} y2={height - 0.5} stroke={theme.ink} strokeWidth={0.75} />
      </Svg>
      <View style={{ flexDirection: "row", justifyContent: "space-between", marginTop: 3 }}>
        <Text style={small}>{first}</Text>
        <Text style={small}>{last}</Text>
      </View>
    </View>
  );
}
