import { type FormValue } from "../contract/decode-params";

interface FormTree {
  [key: string]: FormValue;
}

/** Reads `line_items[0][price]=…&expand[]=…` into a tree. Later values replace earlier ones, as Stripe does. */
export function parseForm(encoded: string): FormTree {
  const tree = newTree();
  for (const [name, value] of new URLSearchParams(encoded)) place(tree, keysOf(name), value);
  return tree;
}

/** Without a prototype, so that a parameter named `__proto__` is just another unknown parameter. */
function newTree(): FormTree {
  return Object.create(null) as FormTree;
}

function keysOf(name: string): string[] {
  const bracket = name.indexOf("[");
  if (bracket < 1) return [name];
  const inner = [...name.slice(bracket).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? "");
  return [name.slice(0, bracket), ...inner];
}

function place(tree: FormTree, keys: string[], value: string): void {
  let node = tree;
  for (const [depth, key] of keys.entries()) {
    const name = key === "" ? String(Object.keys(node).length) : key;
    if (depth === keys.length - 1) {
      node[name] = value;
      return;
    }
    const child = node[name];
    node = typeof child === "object" ? child : (node[name] = newTree());
  }
}
