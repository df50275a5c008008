/** Which features of a text ideas have as well. */
import type { Prepared } from './prepared.ts';

/** Which of the asked features each idea has, by their places among them. */
export interface SharedFeatures {
  readonly ideas: number;
  /** The places for all ideas, one idea after the other, and where those of each end. */
  readonly places: Uint16Array;
  readonly ends: Uint32Array;
  /** How many ideas have each feature. */
  readonly counts: Uint32Array;
}

/** Looks for features in ideas. */
export function sharedWith(
  features: readonly number[],
  parts: readonly Prepared[],
): SharedFeatures {
  const placeOf = lookUp(features);
  const ideas = parts.reduce((sum, { begins }) => sum + begins.length - 1, 0);
  const all = parts.reduce((sum, { features }) => sum + features.length, 0);
  const places = new Uint16Array(all);
  const ends = new Uint32Array(ideas);
  const counts = new Uint32Array(features.length);
  const last = new Int32Array(features.length).fill(-1);
  let [idea, end] = [0, 0];
  for (const part of parts)
    for (let own = 0; own + 1 < part.begins.length; own += 1) {
      const to = part.begins[own + 1] ?? 0;
      for (let at = part.begins[own] ?? 0; at < to; at += 1) {
        const place = placeOf(part.features[at] ?? 0);
        if (place < 0 || last[place] === idea) continue;
        last[place] = idea;
        counts[place] = (counts[place] ?? 0) + 1;
        places[end] = place;
        end += 1;
      }
      ends[idea] = end;
      idea += 1;
    }
  return { ideas, places, ends, counts };
}

/** The places of an idea's features among the asked ones. */
export function placesOf({ places, ends }: SharedFeatures, idea: number): number[] {
  return [...places.subarray(idea === 0 ? 0 : ends[idea - 1], ends[idea])];
}

/**
 * The place of a feature among some, or -1: a hash table that is mostly empty, because mostly a
 * feature is not there. No feature is 0.
 */
function lookUp(features: readonly number[]): (feature: number) => number {
  const size = 0x4000;
  const keys = new Uint32Array(size);
  const places = new Uint16Array(size);
  const slotOf = (feature: number): number => Math.imul(feature, 0x9e3779b1) >>> 18;
  for (const [place, feature] of features.entries()) {
    let slot = slotOf(feature);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = feature;
    places[slot] = place;
  }
  return feature => {
    let slot = slotOf(feature);
    let key = keys[slot];
    while (key !== 0) {
      if (key === feature) return places[slot] ?? -1;
      slot = (slot + 1) & (size - 1);
      key = keys[slot];
    }
    return -1;
  };
}
