/** A paragraph of the document, in which `this` is code. */
export function RichText({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code
        key={index}
        className="rounded-xs bg-hover px-1 py-0.5 font-mono text-[0.85em] break-words text-ink"
      >
        {part}
      </code>
    ),
  );
}
