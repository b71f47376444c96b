/** Silent reading of English non-fiction by adults: Brysbaert (2019), a meta-analysis of 190 studies. */
export const readingWordsPerMinute = 238;

/** A comfortable pace for reading aloud. */
export const speakingWordsPerMinute = 150;

/** `0` is "under 1 s", `95` is "1 min 35 s", `3700` is "1 h 2 min". */
export function readingTime(seconds: number): string {
  if (seconds < 1) return "under 1 s";
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
}
