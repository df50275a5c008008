import { expect, it } from 'vitest';
import { languageOf } from '../../../web/i18n/language.ts';

it.each([
  [['zh-CN', 'zh', 'en'], 'zh-CN'],
  [['zh-Hant-TW'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['de-DE', 'zh'], 'zh-CN'],
  [['fr', 'de'], 'en'],
  [['zha'], 'en'],
  [[], 'en'],
])('a browser of a reader of %j speaks %s', (preferred, language) => {
  expect(languageOf(preferred)).toBe(language);
});
