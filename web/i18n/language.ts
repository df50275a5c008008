/**
 * The language of the pages: Chinese unless the user has chosen English. The choice is stored on
 * the device, where code outside components, such as the API client, reads it. The texts of the
 * other language are loaded when it is chosen.
 */
import { device } from '../storage/browser-storage.ts';
import { type Dictionary, zh } from './zh.ts';

export type Language = 'zh-CN' | 'en';

const KEY = 'golden-ideas:language';

export async function dictionaryOf(language: Language): Promise<Dictionary> {
  switch (language) {
    case 'zh-CN':
      return zh;
    case 'en':
      return (await import('./en.ts')).en;
  }
}

export function chosenLanguage(): Language {
  return device.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
}

export function keepLanguage(language: Language): void {
  device.setItem(KEY, language);
}
