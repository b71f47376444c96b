import { Column, Row } from "react-email";
import { theme } from "./theme";

/** The app's mark (app/icon.svg) on its own grid of 32; a test compares them. */
export const markGrid = {
  side: 32,
  radius: 8,
  inset: 8,
  square: 8,
  squareRadius: 2,
  arcRadius: 4,
  stroke: 3,
};

/** In a mail the mark is drawn with borders: mail programs show no SVG, and ask before they fetch a picture. */
const side = 24;
const px = (units: number) => (units * side) / markGrid.side;
const stroke = Math.floor(px(markGrid.stroke));
const inner = px(markGrid.side - 2 * markGrid.inset);
const white = "#ffffff";

function Mark() {
  const square = px(markGrid.square);
  return (
    <div
      style={{
        background: theme.accent,
        borderRadius: px(markGrid.radius),
        width: inner,
        height: inner,
        padding: px(markGrid.inset),
      }}
    >
      <div
        style={{
          borderTop: `${stroke}px solid ${white}`,
          borderRight: `${stroke}px solid ${white}`,
          borderTopRightRadius: px(markGrid.arcRadius + markGrid.stroke / 2),
          width: inner - stroke,
          height: inner - stroke,
        }}
      >
        <div style={{ fontSize: 0, lineHeight: 0, height: inner - stroke - square }} />
        <div
          style={{
            background: white,
            borderRadius: px(markGrid.squareRadius),
            width: square,
            height: square,
          }}
        />
      </div>
    </div>
  );
}

/** The mark and the name over every mail. */
export function Brand() {
  return (
    <Row style={{ width: "auto", margin: "0 0 20px 4px" }}>
      <Column style={{ width: side }}>
        <Mark />
      </Column>
      <Column
        className="mail-ink"
        style={{
          fontFamily: theme.font,
          margin: 0,
          color: theme.ink,
          fontSize: 15,
          fontWeight: 600,
          paddingLeft: 9,
        }}
      >
        QuickScale
      </Column>
    </Row>
  );
}
