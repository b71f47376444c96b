import type { OutputBlock } from "@/lib/services/types";
import { FiguresBlock } from "./figures-block";
import { RankingBlock } from "./ranking-block";
import { SavingBlock } from "./saving-block";
import { ScaleBlock } from "./scale-block";

/** A result in the blocks that its service asked for. */
export function OutputBlocks({ blocks }: { blocks: readonly OutputBlock[] }) {
  if (blocks.length === 0)
    return (
      <p className="text-ink-muted">This result was made by an older version and can’t be shown any more.</p>
    );
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

function Block({ block }: { block: OutputBlock }) {
  switch (block.kind) {
    case "figures":
      return <FiguresBlock items={block.items} />;
    case "scale":
      return <ScaleBlock {...block} />;
    case "ranking":
      return <RankingBlock title={block.title} items={block.items} />;
    case "saving":
      return <SavingBlock beforeBytes={block.beforeBytes} afterBytes={block.afterBytes} />;
    case "note":
      return <p className="text-ink-muted">{block.text}</p>;
  }
}
