import { Text, View } from "@react-pdf/renderer";
import { small, theme } from "@/lib/pdf";
import type { PrintedTable } from "./printed";

const row = {
  flexDirection: "row",
  gap: 10,
  borderBottomWidth: 0.75,
  borderBottomColor: theme.line,
} as const;

/** Tables of so few rows move to the next page whole. */
const mostTogether = 12;

const label = { flexGrow: 1, flexBasis: 0 } as const;

interface FigureTableProps extends PrintedTable {
  /** A long one begins a page. */
  ownPage?: boolean;
}

/** Its head is repeated on every page; no row is torn apart. */
export function FigureTable({ title, columns, rows, ownPage = false }: FigureTableProps) {
  const width = columns.length > 4 ? 66 : columns.length > 2 ? 80 : 200;
  const figure = { width, textAlign: "right" } as const;
  const [first = "", ...others] = columns;
  const long = rows.length > mostTogether;
  return (
    <View wrap={long} break={long && ownPage} style={{ marginTop: 24 }}>
      <Text minPresenceAhead={70} style={{ fontSize: 11, fontWeight: 600 }}>
        {title}
      </Text>
      <View fixed style={{ ...row, borderBottomColor: theme.ink, paddingTop: 6, paddingBottom: 5 }}>
        <Text style={{ ...small, ...label }}>{first}</Text>
        {others.map((column) => (
          <Text key={column} style={{ ...small, ...figure }}>
            {column}
          </Text>
        ))}
      </View>
      {rows.map(([name, ...values], index) => (
        <View key={index} wrap={false} style={{ ...row, paddingTop: 3.5, paddingBottom: 3 }}>
          <Text style={label}>{name}</Text>
          {values.map((value, place) => (
            <Text key={place} style={figure}>
              {value}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}
