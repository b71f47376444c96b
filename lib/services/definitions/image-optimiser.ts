import { z } from "zod";
import { toMilli } from "@/lib/shared/credits";
import { formatBytes } from "@/lib/shared/format";
import { defineService } from "../define-service";
import { UnusableInput } from "../errors";
import { formatLabels, maxSide, targetFormats } from "../images/image-formats";
import { optimiseImage } from "../images/optimise-image";
import { toOutputName } from "../images/output-name";
import { toOutputSize, type OutputSize } from "../images/output-size";
import { readImageHeader, type ImageHeader } from "../images/read-image-header";
import { pricePerStarted } from "../policy";
import { uploadedFile } from "../uploaded-file";

const maxBytes = 10_000_000;
const megapixel = 1_000_000;
const priceMilli = toMilli(2);
const timeoutMs = 90_000;
const count = new Intl.NumberFormat("en-US");

const wrongSide = {
  error: `Choose a size from 16 to ${count.format(maxSide)} pixels, or leave it empty.`,
};

const input = z.object({
  image: uploadedFile(maxBytes),
  format: z.enum(targetFormats, { error: "Choose WebP, AVIF or JPEG." }),
  quality: z.coerce.number({ error: "Choose a quality from 1 to 100." }).int().min(1).max(100),
  maxDimension: z
    .union([
      z.literal("").transform(() => null),
      z.coerce.number(wrongSide).int(wrongSide).min(16, wrongSide).max(maxSide, wrongSide),
    ])
    .default(null),
});

/** Smaller images: priced by the pixels delivered. Quoted from the file's header, charged at the real size. */
export const imageOptimiser = defineService({
  slug: "image-optimiser",
  title: "Image optimiser",
  summary: "Smaller pictures for the web: re-encoded, resized, and free of hidden camera data.",
  icon: "image",
  price: { creditsMilli: priceMilli, per: "started megapixel" },
  costPerRunMilli: 1_200n,
  timeoutMs,
  fields: [
    {
      control: "file",
      name: "image",
      label: "Image",
      hint: `JPEG, PNG, WebP, AVIF or GIF, up to ${formatBytes(maxBytes)} and 40 megapixels.`,
      accept: ["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"],
      maxBytes,
    },
    {
      control: "choice",
      name: "format",
      label: "Format",
      hint: "Only WebP keeps an animation; JPEG has no transparency.",
      options: targetFormats.map((value) => ({ value, label: formatLabels[value] })),
      initial: "webp",
    },
    { control: "range", name: "quality", label: "Quality", min: 1, max: 100, initial: 78 },
    {
      control: "number",
      name: "maxDimension",
      label: "Longest side",
      hint: "Leave it empty to keep the size. Pictures are never enlarged.",
      min: 16,
      max: maxSide,
      suffix: "px",
    },
  ],
  problems: {
    "image.unsupported": "This isn’t a picture we can read. Choose a JPEG, PNG, WebP, AVIF or GIF file.",
    "image.svg": "SVG drawings are code, not pixels. Export it as PNG first.",
    "image.damaged": "This picture is damaged or incomplete. Try to save or export it again.",
    "image.too_many_pixels": "This picture has more than 40 megapixels. Make it smaller first.",
    "image.too_long": `The result would be longer than ${count.format(maxSide)} pixels. Set a longest side.`,
  },
  input,
  output: z.object({
    sourceMediaType: z.string(),
    sourceWidth: z.int(),
    sourceHeight: z.int(),
    sourceBytes: z.int(),
    format: z.enum(targetFormats),
    width: z.int(),
    height: z.int(),
    frames: z.int(),
    bytes: z.int(),
  }),
  async quote(wanted) {
    return toPrice((await plan(wanted)).size.pixels);
  },
  async run({ input: wanted }) {
    const { header, size } = await plan(wanted);
    const { format, quality, image } = wanted;
    const { bytes, ...result } = await optimiseImage({
      bytes: image.bytes,
      format,
      quality,
      size,
      timeoutMs,
    });
    return {
      output: {
        ...{ sourceMediaType: header.mediaType, sourceWidth: header.width, sourceHeight: header.height },
        ...{ sourceBytes: image.bytes.byteLength, format, ...result, bytes: bytes.byteLength },
      },
      file: {
        name: toOutputName(image.name, format === "jpeg" ? "jpg" : format),
        mediaType: `image/${format}`,
        bytes,
      },
      actualMilli: toPrice(result.width * result.height * result.frames),
    };
  },
  present: (output) => [
    { kind: "saving", beforeBytes: output.sourceBytes, afterBytes: output.bytes },
    {
      kind: "figures",
      items: [
        {
          label: "Format",
          value: formatLabels[output.format],
          note: `from ${toFormatName(output.sourceMediaType)}`,
        },
        {
          label: "Size",
          value: `${count.format(output.width)} × ${count.format(output.height)}`,
          note: `from ${count.format(output.sourceWidth)} × ${count.format(output.sourceHeight)}`,
        },
        ...(output.frames > 1 ? [{ label: "Frames", value: count.format(output.frames) }] : []),
      ],
    },
  ],
});

async function plan(wanted: z.output<typeof input>): Promise<{ header: ImageHeader; size: OutputSize }> {
  const header = await readImageHeader(wanted.image);
  const size = toOutputSize(header, wanted);
  if (Math.max(size.width, size.height) > maxSide) throw new UnusableInput("image", "image.too_long");
  return { header, size };
}

function toPrice(pixels: number): bigint {
  return pricePerStarted(pixels, megapixel, priceMilli);
}

function toFormatName(mediaType: string): string {
  const format = mediaType.replace("image/", "");
  const target = targetFormats.find((candidate) => candidate === format);
  return target ? formatLabels[target] : format.toUpperCase();
}
