export function drawGraph(): Promise<string>;
export function placeGraph(text: string, graph: string): string;
