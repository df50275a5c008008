/**
 * The library calls that the oldest supported browsers lack, by MDN's compatibility data. Calls
 * that no Chromium has at all are left out.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  BrowserName,
  CompatData,
  CompatStatement,
  SupportStatement,
} from '@mdn/browser-compat-data';
import { SUPPORTED_BROWSERS } from '../../../web/browsers/supported.ts';

/**
 * A call by its place: `['Array', 'toSorted']`, `['Intl', 'Segmenter']`, `['structuredClone']`. An
 * instance member of a browser's object has `prototype` in it:
 * `['Crypto', 'prototype', 'randomUUID']` but `['AbortSignal', 'timeout']`.
 */
type LibraryCall = readonly string[];

/** A node of the data: an object or a member, and its own members. */
interface Feature {
  readonly __compat?: CompatStatement;
  readonly [member: string]: Feature | CompatStatement | undefined;
}

export interface LibraryCalls {
  readonly lacking: readonly LibraryCall[];
  /** Names of the language's own members that a supported browser has on one object or another. */
  readonly present: ReadonlySet<string>;
}

/** Calls of the language (`Array.toSorted`) and of the browser (`Crypto.randomUUID`) separately. */
export function libraryCalls(): {
  readonly language: LibraryCalls;
  readonly browser: LibraryCalls;
} {
  const data: CompatData = JSON.parse(
    readFileSync(fileURLToPath(import.meta.resolve('@mdn/browser-compat-data')), 'utf8'),
  );
  return {
    language: callsOf(data.javascript.builtins as Feature, []),
    browser: callsOf(data.api as Feature, ['prototype']),
  };
}

/** @param between the text between an object's name and a member of its instances */
function callsOf(root: Feature, between: readonly string[]): LibraryCalls {
  const lacking: LibraryCall[] = [];
  const present = new Set<string>();
  function visit(features: Feature, owner: LibraryCall): void {
    for (const [key, feature] of Object.entries(features) as [string, Feature][]) {
      const name = key.replace(/_static$/, '');
      if (!/^[A-Za-z]\w*$/.test(name) || name.endsWith('_event') || !feature.__compat) continue;
      const { support } = feature.__compat;
      const since = (browser: BrowserName): number => versionIn(support[browser]);
      const own = owner.length === 0 || owner[0] === 'Window' || key !== name;
      const call = [...(owner[0] === 'Window' ? [] : owner), ...(own ? [] : between), name];
      if (
        Object.entries(SUPPORTED_BROWSERS).every(
          ([browser, old]) => since(browser as BrowserName) <= old,
        )
      )
        present.add(name);
      else if (since('chrome') < Number.POSITIVE_INFINITY) lacking.push(call);
      visit(feature, call);
    }
  }
  visit(root, []);
  return { lacking, present };
}

/** The first version that has it without conditions; infinite if there is none. */
function versionIn(support: SupportStatement | undefined): number {
  for (const one of [support ?? []].flat()) {
    const whole = !one.prefix && !one.alternative_name && !one.flags && !one.partial_implementation;
    if (whole && typeof one.version_added === 'string' && !one.version_removed)
      return Number.parseFloat(one.version_added.replace('≤', '')) || Number.POSITIVE_INFINITY;
  }
  return Number.POSITIVE_INFINITY;
}
