export const targetFormats = ["webp", "avif", "jpeg"] as const;

export type TargetFormat = (typeof targetFormats)[number];

export const formatLabels: Record<TargetFormat, string> = { webp: "WebP", avif: "AVIF", jpeg: "JPEG" };

/** The longest side that every target format can hold; WebP has the lowest limit. */
export const maxSide = 16_383;
