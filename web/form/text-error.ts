/**
 * What is wrong with a text before it is sent, in words; nothing if it keeps to its limits.
 */
import { fits, graphemes, shows, type TextLimits, tidy } from '../../shared/domain/text.ts';
import type { Dictionary } from '../language/zh.ts';

export function textError(value: string, limits: TextLimits, words: Dictionary): string | undefined {
  const text = tidy(value);
  if (!shows(text)) return words.missing;
  if (fits(text, limits)) return undefined;
  return graphemes(text) < limits.min ? words.tooShort(limits.min) : words.tooLong(limits.max);
}
