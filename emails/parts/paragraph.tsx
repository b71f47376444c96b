import type { ReactNode } from "react";
import { Text } from "react-email";
import { theme } from "./theme";

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text
      className="mail-ink"
      style={{
        fontFamily: theme.font,
        color: theme.ink,
        fontSize: 15,
        lineHeight: "24px",
        margin: "14px 0 0",
      }}
    >
      {children}
    </Text>
  );
}
