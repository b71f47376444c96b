import { ImageResponse } from "next/og";

export const alt = "QuickScale: pay for the work, not for the seat";
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

const ink = "#15161c";
const muted = "#595b6a";

// Colours are literal here: the renderer reads no style sheet.
export default function OpenGraphImage() {
  return new ImageResponse(
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: 80,
        background: "linear-gradient(160deg, #eef0fe 0%, #ffffff 45%)",
        color: ink,
      }}
    >
      <div style={{ display: "flex", alignItems: "center", gap: 20, fontSize: 36 }}>
        <svg width="64" height="64" viewBox="0 0 32 32">
          <rect width="32" height="32" rx="8" fill="#4550dd" />
          <rect x="8" y="16" width="8" height="8" rx="2" fill="#fff" />
          <path
            d="M9.5 9.5h9a4 4 0 0 1 4 4v9"
            fill="none"
            stroke="#fff"
            strokeWidth="3"
            strokeLinecap="round"
          />
        </svg>
        QuickScale
      </div>
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ fontSize: 92, lineHeight: 1.05, letterSpacing: -4 }}>Pay for the work,</div>
        <div style={{ fontSize: 92, lineHeight: 1.05, letterSpacing: -4 }}>not for the seat.</div>
        <div style={{ marginTop: 28, fontSize: 34, color: muted }}>
          See the price first. Pay nothing when it fails.
        </div>
      </div>
      <div style={{ display: "flex", gap: 6, height: 16 }}>
        <div style={{ flexGrow: 1, borderRadius: 8, background: "#8b4be0" }} />
        <div style={{ flexGrow: 3, borderRadius: 8, background: "#12958a" }} />
      </div>
    </div>,
    size,
  );
}
