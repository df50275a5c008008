/** Ideas made ready to be compared with texts that are being typed: numbers in long arrays. */
import { FEATURES_OF_UNIT, putFeatures } from './features.ts';
import type { SearchedTexts } from './matching.ts';
import {
  ALL_CUES,
  ALL_MATTERS,
  CUES_OF_UNIT,
  MATTERS_BEGIN,
  MATTERS_OF_CUES,
  putCues,
} from './matters.ts';
import { inDigits } from './numbers.ts';
import { putInOneWord } from './synonyms.ts';
import { noUnits, setUnits } from './units.ts';

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

/** The usual numbers for an idea; where there are more, there is more room. */
const USUAL_FEATURES = 300;
const USUAL_CUES = 70;

/** The features of ideas, to be compared with drafts. */
export function prepared(ideas: readonly SearchedTexts[]): Prepared {
  const begins = new Uint32Array(ideas.length + 1);
  const titleEnds = new Uint32Array(ideas.length);
  const cueBegins = new Uint32Array(ideas.length + 1);
  const ideasAbout = new Uint32Array(ALL_MATTERS);
  /** Of each cue and each matter: the last idea that has it, so that it counts once. */
  const [withCue, withMatter] = [new Uint32Array(ALL_CUES), new Uint32Array(ALL_MATTERS)];
  let features = new Uint32Array(USUAL_FEATURES * ideas.length);
  let cues = new Uint32Array(USUAL_CUES * ideas.length);
  let [idea, end, cueEnd] = [0, 0, 0];
  // The same few arrays for all texts: a large organization has tens of thousands.
  const [written, plain] = [noUnits(), noUnits()];
  let found = new Uint32Array(0);
  const add = (text: string): void => {
    setUnits(written, inDigits(text));
    putInOneWord(written, plain);
    features = roomy(features, end + FEATURES_OF_UNIT * plain.length);
    end = putFeatures(plain, features, end);
    found = roomy(found, CUES_OF_UNIT * plain.length);
    const foundEnd = putCues(plain, found);
    cues = roomy(cues, cueEnd + foundEnd);
    for (let at = 0; at < foundEnd; at += 1) addCue(found[at] ?? 0);
  };
  const addCue = (cue: number): void => {
    if (withCue[cue] === idea) return;
    withCue[cue] = idea;
    cues[cueEnd] = cue;
    cueEnd += 1;
    const mattersEnd = MATTERS_BEGIN[cue + 1] ?? 0;
    for (let own = MATTERS_BEGIN[cue] ?? 0; own < mattersEnd; own += 1) {
      const matter = MATTERS_OF_CUES[own] ?? 0;
      if (withMatter[matter] === idea) continue;
      withMatter[matter] = idea;
      ideasAbout[matter] = (ideasAbout[matter] ?? 0) + 1;
    }
  };
  for (const { title, problem, proposal } of ideas) {
    idea += 1;
    add(title);
    titleEnds[idea - 1] = end;
    add(`${problem}\n${proposal}`);
    begins[idea] = end;
    cueBegins[idea] = cueEnd;
  }
  return {
    ...{ begins, titleEnds, cueBegins, ideasAbout },
    features: features.slice(0, end),
    cues: new Uint16Array(cues.subarray(0, cueEnd)),
  };
}

/** A longer array with the same numbers, if one is too short for a length. */
function roomy(numbers: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= numbers.length) return numbers;
  const longer = new Uint32Array(2 * length);
  longer.set(numbers);
  return longer;
}
