import { ZoomIn, ZoomOut } from "lucide-react";

export function ZoomSlider({ zoom, onZoom }: { zoom: number; onZoom: (zoom: number) => void }) {
  return (
    <label className="mt-4 flex items-center gap-3 text-ink-muted">
      <span className="sr-only">Zoom</span>
      <ZoomOut aria-hidden="true" className="size-4 shrink-0" />
      <input
        type="range"
        min={1}
        max={3}
        step={0.05}
        value={zoom}
        onChange={(event) => onZoom(Number(event.currentTarget.value))}
        className="h-6 min-w-0 flex-1 cursor-pointer accent-(--accent)"
      />
      <ZoomIn aria-hidden="true" className="size-4 shrink-0" />
    </label>
  );
}
