/** The error of a text before it is sent, in words; nothing if it is within its limits. */
import {
  fits,
  graphemes,
  shows,
  type TextLimits,
  tidy,
} from '../../../shared/domain/kernel/text.ts';
import type { Dictionary } from '../../i18n/zh.ts';
import type { ValidationResult } from './validation-result.ts';

export function textError(
  value: string,
  limits: TextLimits,
  words: Dictionary,
): string | undefined {
  const text = tidy(value);
  if (!shows(text)) return words.missing;
  if (fits(text, limits)) return undefined;
  return graphemes(text) < limits.min ? words.tooShort(limits.min) : words.tooLong(limits.max);
}

/** Validates a form with a single text; `field` is its name in the request. */
export function checkText(
  field: string,
  value: string,
  limits: TextLimits,
  words: Dictionary,
): ValidationResult<string> {
  const error = textError(value, limits, words);
  return error === undefined
    ? { ok: true, body: value }
    : { ok: false, errors: { [field]: error } };
}
