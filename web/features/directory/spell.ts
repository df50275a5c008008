/**
 * The pinyin of names, with surnames read as surnames: 单 is shàn, 曾 zēng, 仇 qiú. A file of its
 * own, because the dictionary weighs more than all pages that load first.
 */
import { pinyin } from 'pinyin-pro';

const known = new Map<string, readonly string[]>();

/** The syllables of a name, without tones and in small letters; ü is v, as on a keyboard. */
export function spell(name: string): readonly string[] {
  const found = known.get(name);
  if (found) return found;
  const syllables = pinyin(name, {
    type: 'array',
    toneType: 'none',
    surname: 'head',
    nonZh: 'consecutive',
    v: true,
  }).map(syllable => syllable.toLowerCase());
  known.set(name, syllables);
  return syllables;
}
