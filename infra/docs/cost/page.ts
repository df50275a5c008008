/** The generated tables of `docs/cost.md`, between their markers. */
import { rows } from './month.ts';
import { WORK } from './usage.ts';

const PARTS: Readonly<Record<string, () => string>> = { month: tableOfMonth, usage: tableOfUsage };

/** The page with its tables from the present numbers. Throws if the markers of one are missing. */
export function withCosts(page: string): string {
  let text = page;
  for (const [name, make] of Object.entries(PARTS)) {
    const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/cost.md has no place for ${name}`);
    text = `${text.slice(0, from)}${begin}\n\n${make()}\n\n${text.slice(to)}`;
  }
  return text;
}

function tableOfMonth(): string {
  const [head = [], ...others] = rows();
  return table(head, others);
}

function tableOfUsage(): string {
  return table(
    ['what', 'times a month', 'read units', 'write units'],
    WORK.map(({ what, times, readUnits, writeUnits }) => [
      what,
      ...[times, readUnits, writeUnits].map(number => number.toLocaleString('en-US')),
    ]),
  );
}

/** In columns of even width; all but the first aligned right. */
function table(head: readonly string[], all: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...all].map(row => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, at) =>
    at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...all.map(line)].join('\n');
}
