/** A text that only this installation can read, and which of its keys it takes. */
export interface SealedText {
  keyId: string;
  sealed: string;
}

/** Keeps secrets that must be read again, where a hash would not do. */
export interface SecretBox {
  /** `purpose` names what the text is and whose: what was sealed for one purpose does not open for another. */
  seal(text: string, purpose: string): SealedText;
  /** @returns null when it was sealed with a key that is not here, for another purpose, or was changed */
  open(sealed: SealedText, purpose: string): string | null;
}
