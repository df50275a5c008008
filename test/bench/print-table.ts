/**
 * A table on the terminal: a title, a head and rows, the first column aligned left and all others
 * right.
 */

export type Row = readonly (string | number)[];

export function printTable(title: string, head: readonly string[], rows: readonly Row[]): void {
  const texts = [head, ...rows.map(row => row.map(String))];
  const widths = head.map((_, at) => Math.max(...texts.map(text => text[at]?.length ?? 0)));
  console.log(`\n${title}\n`);
  for (const [at, text] of texts.entries()) {
    console.log(
      `  ${text.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
    );
    if (at === 0) console.log(`  ${widths.map(width => '-'.repeat(width)).join('  ')}`);
  }
}

/** A number of capacity units or requests, in its shortest form. */
export function units(number: number): string {
  return Number.isInteger(number) ? String(number) : number.toFixed(1);
}
