/**
 * The language of the pages: the one that the user has chosen on this device, or else the browser's
 * first that the pages speak. Code outside components, such as the API client, reads it here.
 */
import { device } from '../storage/browser-storage.ts';

export type Language = 'zh-CN' | 'en';

const KEY = 'golden-ideas:language';

export function chosenLanguage(): Language {
  const chosen = device.getItem(KEY);
  return chosen === 'zh-CN' || chosen === 'en' ? chosen : languageOf(navigator.languages);
}

export function keepLanguage(language: Language): void {
  device.setItem(KEY, language);
}

/**
 * The first language that the pages speak, in the order of the reader's preference; English for a
 * reader of neither.
 */
export function languageOf(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
