import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { libraryCalls } from './lacking-calls.ts';

/** Calls that the pages polyfill (`web/browsers`), or check before use. */
const PROVIDED = new Set([
  ...['at', 'findLast', 'findLastIndex', 'hasOwn', 'toReversed', 'toSorted', 'with'],
  ...['Segmenter', 'segment', 'randomUUID', 'showModal', 'supportedValuesOf'],
]);

/**
 * Objects whose members have common names and which the pages do not use, or polyfill as a whole.
 */
const ELSEWHERE = new Set(['Atomics', 'Iterator', 'Temporal']);

const { language, browser } = libraryCalls();
/** `toSorted`, on any object: no other object of a supported browser has a member of that name. */
const members = new Set(
  language.lacking
    .filter(([owner = '']) => !ELSEWHERE.has(owner))
    .map(call => call.at(-1) ?? '')
    .filter(name => !language.present.has(name)),
);
/**
 * `crypto.randomUUID`, `AbortSignal.timeout`: by their owner, since names of the browser's calls
 * are common words.
 */
const owned = new Set([...language.lacking, ...browser.lacking].map(call => call.join('.')));

function lackingIn(source: string): string[] {
  const code = source.replaceAll(/^import [^;]+;|\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  return [...code.matchAll(/(?:(\w+)\??\s*)?\.(\w+)\(|(?<![.\w])(\w+)\(/g)].flatMap(
    ([, owner = '', member, global = '']) => {
      const name = member ?? global;
      const lacks =
        member === undefined
          ? owned.has(global) && !code.includes(`function ${global}(`)
          : owned.has(`${owner}.${member}`) ||
            owned.has(`${owner.charAt(0).toUpperCase()}${owner.slice(1)}.prototype.${member}`) ||
            (members.has(member) && owner !== 'z');
      return lacks && !PROVIDED.has(name) ? name : [];
    },
  );
}

it.each([
  ['ideas.toSpliced(0, 1)', 'toSpliced'],
  ['Object.groupBy(ideas, round)', 'groupBy'],
  ['AbortSignal.timeout(10)', 'timeout'],
  ['navigator.share({ url })', 'share'],
  ['structuredClone(idea)', 'structuredClone'],
])('%s is lacking', (source, call) => {
  expect(lackingIn(source)).toEqual([call]);
});

it('the pages call nothing that a supported browser lacks', () => {
  const found = ['web', 'shared/domain', 'shared/contract'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name))
      // The build runs in Node.
      .filter(name => !(folder === 'web' && name.startsWith('build/')))
      .flatMap(name =>
        lackingIn(readFileSync(`${folder}/${name}`, 'utf8')).map(
          call => `${folder}/${name}: ${call}`,
        ),
      ),
  );
  expect(found).toEqual([]);
});
