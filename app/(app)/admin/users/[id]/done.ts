/** What an admin has just done to somebody, as the address of their page says it. */
export const doneActs = ["credits-added", "credits-removed", "debt-forgiven", "change-undone"] as const;
export type DoneAct = (typeof doneActs)[number];

export const doneWords: Readonly<Record<DoneAct, string>> = {
  "credits-added": "The credits were added.",
  "credits-removed": "The credits were removed.",
  "debt-forgiven": "The debt was forgiven.",
  "change-undone": "The change was undone.",
};
