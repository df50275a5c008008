/**
 * Which language the pages speak: Chinese unless English was chosen. The choice is kept on the device, and is read from there by
 * whatever needs it outside of a component, such as the API client. The words of the other language are loaded when it is chosen.
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
