const camelCase = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** SQL: the sum of each of a rollup's columns, under its name in TypeScript. Counts are numbers, amounts are bigint. */
export const sumColumns = (columns: readonly string[]): string =>
  columns
    .map((column) => {
      const type = /_(minor|milli|twelfth|ms)$/.test(column) ? "bigint" : "int";
      return `coalesce(sum(${column}), 0)::${type} AS "${camelCase(column)}"`;
    })
    .join(", ");
