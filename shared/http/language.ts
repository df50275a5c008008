/**
 * The caller's language: Chinese unless they ask for English. Both texts of a message are written
 * together, so neither is forgotten.
 */
import Negotiator from 'negotiator';

const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

export type Words = Readonly<Record<Language, string>>;

/** Reads `Accept-Language`: the caller's preference among the two languages. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const headers = { 'accept-language': acceptLanguage };
  return new Negotiator({ headers }).language([...LANGUAGES]) === 'en' ? 'en' : 'zh';
}
