import sharp from "sharp";

type Format = "jpeg" | "png" | "webp" | "avif" | "gif";

/** A real picture: noise, so that it does not compress to nothing. */
export async function createImage(
  format: Format,
  { width = 240, height = 180 }: { width?: number; height?: number } = {},
): Promise<Buffer> {
  return picture(width, height)[format]().toBuffer();
}

/**
 * A photo as a phone writes it: lying on its side with a note to turn it, and with a place and a comment in it.
 * Upright it is black above and white below.
 */
export async function createPhoto({ width = 240, height = 180 } = {}): Promise<Buffer> {
  const black = { create: { width: width / 2, height, channels: 3 as const, background: "#000" } };
  return sharp({ create: { width, height, channels: 3, background: "#fff" } })
    .composite([{ input: black, left: 0, top: 0 }])
    .jpeg({ quality: 95 })
    .withExif({ IFD0: { Copyright: "secret-comment", Model: "Phone" }, IFD3: { GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

export async function createAnimation(format: "gif" | "webp", frames: number): Promise<Buffer> {
  const pages = await Promise.all(
    Array.from({ length: frames }, (_, index) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background: { r: index * 20, g: 80, b: 160 } } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(pages, { join: { animated: true } })
    [format]({ loop: 0, delay: 100 })
    .toBuffer();
}

/** A PNG of one colour: many pixels in few bytes. */
export async function createPixelBomb(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#000" }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function picture(width: number, height: number) {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: "#888", noise } });
}
