/**
 * `npm run fit:search`: fits the weights of `shared/domain/search/likeness.ts` to the development
 * pairs, and prints them, and how well such weights do for ideas to which they were not fitted: the
 * ideas are in five parts, and each is judged by weights that were fitted to the others. With `--
 * --pairs FILE` it takes further pairs, as `npm run bench:search` does.
 */
import { parseArgs } from 'node:util';
import { SHOWN_FROM, TRAITS } from '../../shared/domain/search/likeness.ts';
import { candidatesFor } from '../../shared/domain/search/similarity.ts';
import { comparedWith, knownIdeas, meant, type Pair, pairsIn } from '../sample/similar-ideas.ts';
import { printTable } from './print-table.ts';

const PARTS = 5;
/** Keeps weights small that hardly matter. */
const RIDGE = 1;
const STEPS = 30;

/** A text and an idea: their traits, and whether they are the same. */
interface Example {
  readonly traits: readonly number[];
  readonly same: boolean;
}
/** The first weight is of nothing: what every text and idea have. */
type Weights = readonly number[];

const { values } = parseArgs({ options: { pairs: { type: 'string' } } });
const development = pairsIn().filter(({ part }) => part !== 'held-out' && part !== 'unseen');
const pairs = values.pairs === undefined ? development : [...development, ...pairsIn(values.pairs)];
const ideas = knownIdeas();
const compared = comparedWith(ideas);
const examples = pairs.map(examplesOf);
const parts = pairs.map(({ id, text }) => partOf(id === null ? text : meant(id)));

const models = Array.from({ length: PARTS }, (_, part) =>
  fitted(examples.filter((_, at) => parts[at] !== part).flat()),
);
const judged = pairs.map((pair, at) => ({
  pair,
  ...bestOf(examples[at] ?? [], models[parts[at] ?? 0] ?? []),
}));
printTable(
  `for ideas that were not fitted, shown from ${SHOWN_FROM} on`,
  ['pairs', 'in the five', 'false alarms'],
  [...new Set(pairs.map(({ part }) => part))].map(part => {
    const those = judged.filter(({ pair }) => pair.part === part);
    const [meaning, none] = [true, false].map(means =>
      those.filter(({ pair }) => (pair.id !== null) === means),
    );
    return [
      part,
      shareOf(meaning?.map(({ right }) => right) ?? []),
      shareOf(none?.map(({ best }) => best) ?? []),
    ];
  }),
);
const [bias = 0, ...weights] = fitted(examples.flat());
for (const [at, trait] of TRAITS.entries()) console.log(`  ${trait}: ${weights[at]?.toFixed(2)},`);
console.log(`  bias: ${bias.toFixed(2)}`);

function examplesOf({ text, id }: Pair): Example[] {
  return candidatesFor({ title: text }, [compared]).map(({ at, traits: [traits] }) => ({
    traits: TRAITS.map(trait => traits?.[trait] ?? 0),
    same: id !== null && meant(ideas[at]?.id ?? '') === meant(id),
  }));
}

function partOf(name: string): number {
  let hash = 7;
  for (const one of name) hash = (hash * 31 + one.charCodeAt(0)) >>> 0;
  return hash % PARTS;
}

/** The likeliest idea, and the one that is meant if it is among the five likeliest. */
function bestOf(those: readonly Example[], weights: Weights): { best: number; right: number } {
  const sorted = those
    .map(({ traits, same }) => ({ same, likeliness: logistic(weights, traits) }))
    .sort((one, other) => other.likeliness - one.likeliness);
  const right = sorted.slice(0, 5).find(({ same }) => same);
  return { best: sorted[0]?.likeliness ?? 0, right: right?.likeliness ?? 0 };
}

/** The share that is shown. */
function shareOf(likelinesses: readonly number[]): string {
  const shown = likelinesses.filter(likeliness => likeliness >= SHOWN_FROM);
  return `${((100 * shown.length) / likelinesses.length).toFixed(1)} %`;
}

function logistic([bias = 0, ...weights]: Weights, traits: readonly number[]): number {
  const sum = weights.reduce((sum, weight, at) => sum + weight * (traits[at] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

/** The weights with the greatest likelihood of the examples, by Newton's steps. */
function fitted(those: readonly Example[]): Weights {
  const many = TRAITS.length + 1;
  const spreads = TRAITS.map((_, at) => spreadOf(those.map(({ traits }) => traits[at] ?? 0)));
  const rows = those.map(({ traits, same }) => ({
    row: [1, ...traits.map((trait, at) => trait / (spreads[at] ?? 1))],
    same: same ? 1 : 0,
  }));
  let weights: number[] = Array.from({ length: many }, () => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : RIDGE * weight));
    const bend: number[][] = weights.map((_, at) =>
      weights.map((_, other) => (at === other ? (at === 0 ? 1e-6 : RIDGE) : 0)),
    );
    for (const { row, same } of rows) {
      const [, ...traits] = row;
      const share = logistic(weights, traits);
      for (const [at, one] of row.entries()) {
        slope[at] = (slope[at] ?? 0) + (share - same) * one;
        for (const [to, other] of row.entries())
          bend[at]![to] = (bend[at]?.[to] ?? 0) + share * (1 - share) * one * other;
      }
    }
    const change = solved(bend, slope);
    weights = weights.map((weight, at) => weight - (change[at] ?? 0));
  }
  return weights.map((weight, at) => (at === 0 ? weight : weight / (spreads[at - 1] ?? 1)));
}

function spreadOf(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const square = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length;
  return Math.sqrt(square) || 1;
}

/** The solution of linear equations, by elimination. */
function solved(equations: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = equations.map((row, at) => [...row, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at += 1) {
    const pivot = rows[at]!.map(value => value / rows[at]![at]!);
    rows[at] = pivot;
    for (const [other, row] of rows.entries())
      if (other !== at) rows[other] = row.map((value, to) => value - row[at]! * pivot[to]!);
  }
  return rows.map(row => row[rows.length] ?? 0);
}
