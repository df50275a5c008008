/**
 * Which language the pages speak: Chinese unless English was chosen. The choice is kept on the device, and is read from there by
 * whatever needs it outside of a component, such as the API client.
 */
import { en } from './en.ts';
import { type Dictionary, zh } from './zh.ts';

export type Language = 'zh-CN' | 'en';

const KEY = 'golden-ideas:language';

export const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { 'zh-CN': zh, en };

export function chosenLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}
