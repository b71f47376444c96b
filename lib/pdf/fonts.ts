import { join } from "node:path";
import { Font } from "@react-pdf/renderer";

/** Read where the process stands: that is the project's folder, or that of the standalone build with its own copy. */
const file = (path: string) => join(process.cwd(), "node_modules", "@expo-google-fonts", path);

const geist = [
  { src: file("geist/400Regular/Geist_400Regular.ttf"), fontWeight: 400 },
  { src: file("geist/500Medium/Geist_500Medium.ttf"), fontWeight: 500 },
  { src: file("geist/600SemiBold/Geist_600SemiBold.ttf"), fontWeight: 600 },
] as const;

/**
 * In the order in which they are asked for a character. Latin, Cyrillic and Vietnamese are Geist's; Greek and some signs
 * of currencies Didact Gothic's; Japanese and Han Kosugi's. Other scripts have none: see `drawable.ts`.
 */
export const fontFamilies = ["Geist", "Didact Gothic", "Kosugi"];

/** Words are broken only where they would not fit on a line otherwise; Japanese and Han between any two characters. */
function breakWord(word: string): string[] {
  return word.length > 24 || /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u.test(word) ? Array.from(word) : [word];
}

let registered = false;

function registerFonts(): void {
  if (registered) return;
  registered = true;
  Font.register({ family: "Geist", fonts: [...geist] });
  Font.register({
    family: "Didact Gothic",
    src: file("didact-gothic/400Regular/DidactGothic_400Regular.ttf"),
  });
  Font.register({ family: "Kosugi", src: file("kosugi/Kosugi_400Regular.ttf") });
  Font.registerHyphenationCallback(breakWord);
}

/** The part of fontkit, which brings no types, that we need. */
interface Glyphs {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** Whether one of the fonts has the character. */
export async function openCoverage(): Promise<(codePoint: number) => boolean> {
  registerFonts();
  const sources = fontFamilies.map((fontFamily) => Font.getFont({ fontFamily }));
  await Promise.all(sources.map((source) => source.load()));
  const fonts = sources.map(({ data }) => data as Glyphs | null);
  return (codePoint) => fonts.some((font) => font?.hasGlyphForCodePoint(codePoint));
}
