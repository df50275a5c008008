/**
 * The caller's language: Chinese unless they ask for English. Messages are written side by side, so neither is forgotten.
 */
export type Language = 'zh' | 'en';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Reads `Accept-Language`: the first of the two languages that the caller names, by weight. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map(parameter => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^(zh|en)\b/.test(tag) && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh';
}
