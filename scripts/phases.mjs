import { cpus } from "node:os";

// Plain Node, no dependencies: the installation is a phase, too.
const phases = [];

/** Seconds since the process began, and what all processors of the machine have worked and rested since it started. */
function readClocks() {
  const times = cpus().map(({ times }) => times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  const all = times.reduce((sum, time) => sum + time.user + time.nice + time.sys + time.irq + time.idle, 0);
  return { at: performance.now() / 1000, idle, all };
}

/** Does a part of the whole, and keeps when it was done and how busy the machine was. Parts may overlap. */
export async function phase(name, work) {
  const from = readClocks();
  try {
    return await work();
  } finally {
    phases.push({ name, from, to: readClocks() });
  }
}

const seconds = (value) => value.toFixed(0).padStart(5);

/** A line for each part, in the order in which they began: where time goes, and where a processor had nothing to do. */
export function describePhases() {
  const lines = [...phases]
    .sort((one, other) => one.from.at - other.from.at)
    .map(({ name, from, to }) => {
      const busy = 1 - (to.idle - from.idle) / Math.max(1, to.all - from.all);
      const span = `${seconds(from.at)} –${seconds(to.at)} s`;
      return `  ${seconds(to.at - from.at)} s  ${span}  ${(busy * 100).toFixed(0).padStart(3)} % busy  ${name}\n`;
    });
  return lines.join("");
}
