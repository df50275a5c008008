/**
 * Labelled pairs of a typed text and the idea that it means, and how well they are found. What they
 * are, and how they were made, is in `similar-ideas/README.md`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { fold } from '../../shared/domain/search/folding.ts';
import { type Prepared, prepared } from '../../shared/domain/search/prepared.ts';
import { type Near, nearestTo } from '../../shared/domain/search/similarity.ts';

const FOLDER = join(import.meta.dirname, 'similar-ideas');
const COMMITTED = [
  'pairs.jsonl',
  'pairs-of-a-second-writer.jsonl',
  'pairs-of-the-other-half.jsonl',
  'pairs-unseen.jsonl',
];
const SLIPS = join(import.meta.dirname, '../../infra/local/sample/golden-ideas-2026-10.csv');

const idea = z.object({
  id: z.string(),
  title: z.string(),
  problem: z._default(z.string(), ''),
  proposal: z._default(z.string(), ''),
});
const pair = z.object({
  text: z.string(),
  id: z.nullable(z.string()),
  kind: z._default(z.string(), 'given'),
  part: z._default(z.string(), 'given'),
});
const slip = z.object({
  序号: z.string(),
  建议名称: z.string(),
  现状分析: z.string(),
  改进措施: z.string(),
});

export type KnownIdea = z.output<typeof idea>;
export type Pair = z.output<typeof pair>;

/** Two slips of the sample say the same, as two members’ slips do now and then. */
const THE_SAME: Readonly<Record<string, string>> = { 54: '1' };
export const meant = (id: string): string => THE_SAME[id] ?? id;

function linesOf(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line));
}

/** The ideas that the pairs are about: the sample's slips by their numbers, and further ones. */
export function knownIdeas(): KnownIdea[] {
  const slips = z.array(slip).parse(parse(readFileSync(SLIPS), { bom: true, columns: true }));
  return [
    ...slips.map(({ 序号: id, 建议名称: title, 现状分析: problem, 改进措施: proposal }) => ({
      ...{ id, title, problem, proposal },
    })),
    ...ideasIn(join(FOLDER, 'ideas.jsonl')),
  ];
}

/** The ideas of a file, a line of JSON each. */
export function ideasIn(file: string): KnownIdea[] {
  return linesOf(file).map(line => idea.parse(line));
}

/** The pairs of a file, a line of JSON each; the committed ones if not given. */
export function pairsIn(file?: string): Pair[] {
  const files = file === undefined ? COMMITTED.map(name => join(FOLDER, name)) : [file];
  return files.flatMap(linesOf).map(line => pair.parse(line));
}

/** The ideas, ready to be compared with a text. */
export function comparedWith(ideas: readonly KnownIdea[]): Prepared {
  return prepared(ideas.map(folded));
}

const folded = ({ title, problem, proposal }: KnownIdea) => ({
  title: fold(title),
  problem: fold(problem),
  proposal: fold(proposal),
});

export interface Quality {
  readonly pairs: number;
  /** Of the texts that mean an idea: how many, and for how many it is among the five shown. */
  readonly meaning: number;
  readonly found: number;
  readonly foundFirst: number;
  /** Of the texts that mean none: how many, and for how many any idea is shown. */
  readonly meaningNone: number;
  readonly falseAlarms: number;
  readonly wrong: readonly { readonly pair: Pair; readonly shown: readonly string[] }[];
}

/** Shows up to five ideas for each text, as the function does. */
export function qualityOf(pairs: readonly Pair[], ideas: readonly KnownIdea[]): Quality {
  const compared = comparedWith(ideas);
  const shownFor = (title: string): KnownIdea[] =>
    nearestTo({ title }, [compared])
      .slice(0, 5)
      .flatMap(({ at }: Near) => ideas[at] ?? []);
  const results = pairs.map(pair => {
    const shown = shownFor(pair.text).map(({ id }) => meant(id));
    const place = pair.id === null ? -1 : shown.indexOf(meant(pair.id));
    return { pair, shown, place };
  });
  const meaning = results.filter(({ pair }) => pair.id !== null);
  const meaningNone = results.filter(({ pair }) => pair.id === null);
  const alarmed = meaningNone.filter(({ shown }) => shown.length > 0);
  return {
    pairs: pairs.length,
    meaning: meaning.length,
    found: meaning.filter(({ place }) => place >= 0).length,
    foundFirst: meaning.filter(({ place }) => place === 0).length,
    meaningNone: meaningNone.length,
    falseAlarms: alarmed.length,
    wrong: [...meaning.filter(({ place }) => place < 0), ...alarmed],
  };
}

/**
 * The titles of ideas, each of which should be shown no other: further texts that mean none, though
 * a few of them are about the same thing.
 */
export function othersAlarmed(ideas: readonly KnownIdea[]): number {
  const compared = comparedWith(ideas);
  return ideas.filter(({ id, title }) =>
    nearestTo({ title }, [compared]).some(({ at }) => meant(ideas[at]?.id ?? '') !== meant(id)),
  ).length;
}
