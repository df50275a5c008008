/** Ideas made ready to be compared with texts that are being typed: numbers in long arrays. */
import { eachPlace, plainOf } from './features.ts';
import type { SearchedTexts } from './matching.ts';
import { ALL_CUES, ALL_MATTERS, eachCue, mattersOf } from './matters.ts';

/** The features and cues of some ideas, one idea after the other. */
export interface Prepared {
  readonly features: Uint32Array;
  /** Where each idea's features begin, and where the last one's end. */
  readonly begins: Uint32Array;
  /** Where those of each idea's title end. */
  readonly titleEnds: Uint32Array;
  /** Each idea's cues, every one once. */
  readonly cues: Uint16Array;
  readonly cueBegins: Uint32Array;
  /** How many of the ideas are about each matter. */
  readonly ideasAbout: Uint32Array;
}

/** The features of ideas, to be compared with drafts. */
export function prepared(ideas: readonly SearchedTexts[]): Prepared {
  const begins = new Uint32Array(ideas.length + 1);
  const titleEnds = new Uint32Array(ideas.length);
  const cueBegins = new Uint32Array(ideas.length + 1);
  const ideasAbout = new Uint32Array(ALL_MATTERS);
  const features = growing(300 * ideas.length, size => new Uint32Array(size));
  const cues = growing(40 * ideas.length, size => new Uint16Array(size));
  /** Of each cue and each matter: the last idea that has it, so that it counts once. */
  const [withCue, withMatter] = [new Uint32Array(ALL_CUES), new Uint32Array(ALL_MATTERS)];
  let idea = 0;
  const addPlace = (single: number, pair: number): void => {
    features.add(single);
    if (pair !== 0) features.add(pair);
  };
  const addCue = (cue: number): void => {
    if (withCue[cue] === idea) return;
    withCue[cue] = idea;
    cues.add(cue);
    for (const matter of mattersOf(cue)) {
      if (withMatter[matter] === idea) continue;
      withMatter[matter] = idea;
      ideasAbout[matter] = (ideasAbout[matter] ?? 0) + 1;
    }
  };
  for (const { title, problem, proposal } of ideas) {
    idea += 1;
    const [head, body] = [plainOf(title), plainOf(`${problem}\n${proposal}`)];
    eachPlace(head, addPlace);
    titleEnds[idea - 1] = features.length();
    eachPlace(body, addPlace);
    eachCue(head, addCue);
    eachCue(body, addCue);
    begins[idea] = features.length();
    cueBegins[idea] = cues.length();
  }
  return {
    ...{ begins, titleEnds, cueBegins, ideasAbout },
    features: features.numbers(),
    cues: cues.numbers(),
  };
}

/** A long array that becomes longer when it is full. */
function growing<Numbers extends Uint32Array | Uint16Array>(
  usual: number,
  make: (size: number) => Numbers,
) {
  let all = make(usual + 1);
  let end = 0;
  return {
    add(number: number): void {
      if (end === all.length) {
        const longer = make(2 * all.length);
        longer.set(all);
        all = longer;
      }
      all[end] = number;
      end += 1;
    },
    length: () => end,
    numbers: () => {
      const exact = make(end);
      exact.set(all.subarray(0, end));
      return exact;
    },
  };
}
