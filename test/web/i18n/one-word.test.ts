/** One Chinese word for each thing: a word that was given up for another does not come back. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zh as members } from '../../../web/features/members/words.zh.ts';
import { zh as screening } from '../../../web/features/screening/words.zh.ts';
import { zh as slips } from '../../../web/features/slips/words.zh.ts';

/** The words that were given up, and the one that is used. */
const GIVEN_UP: readonly (readonly [RegExp, string])[] = [
  [/讨论/, '评论'],
  [/代录|纸质/, '录入纸条'],
  [/(?<!主任)委员(?!会)/, '评委'],
];

const texts = [
  'web/**/zh.ts',
  'web/**/words.zh.ts',
  'shared/http/wordings/*.ts',
  'shared/contract/names.ts',
]
  .flatMap(pattern => globSync(pattern))
  .map(file => [file, readFileSync(file, 'utf8')] as const);

it.each(GIVEN_UP)('nothing says %s, but %s', given => {
  expect(texts.length).toBeGreaterThan(30);
  expect(texts.filter(([, text]) => given.test(text)).map(([file]) => file)).toEqual([]);
});

it('a row that is not taken in has another word than an idea that is returned to its author', () => {
  for (const row of [slips.importOutcomes.rejected, members.rowOutcomes.rejected])
    expect(row).not.toContain(screening.returnIdea);
});
