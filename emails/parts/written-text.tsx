import { Fragment } from "react";
import { Text } from "react-email";
import { theme } from "./theme";

/** What a person wrote, line by line: in plain text, too. */
export function WrittenText({ children }: { children: string }) {
  return (
    <Text
      className="mail-ink mail-line"
      style={{
        ...{ fontFamily: theme.font, color: theme.ink, fontSize: 15, lineHeight: "24px" },
        ...{ margin: "14px 0 0", paddingLeft: 14, borderLeft: `3px solid ${theme.line}` },
        overflowWrap: "anywhere",
      }}
    >
      {children.split("\n").map((line, place) => (
        <Fragment key={`${place} ${line}`}>
          {place > 0 ? <br /> : null}
          {line}
        </Fragment>
      ))}
    </Text>
  );
}
