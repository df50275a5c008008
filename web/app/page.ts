/**
 * A page that is loaded when it is opened, with the style sheets that only some pages have. The words
 * of a page lie in one file for each language (`web/build/chunks.ts`): whoever names one of its
 * tables has that file loaded beside the page.
 */
/// <reference types="vite/client" />
import type { FunctionComponent } from 'preact';
import { lazily, wordsWith } from '../i18n/lazily.ts';

type LoadPage<Props> = () => Promise<FunctionComponent<Props>>;

const numbersStyle = () => import('./numbers.css');
const ideasStyle = () => import('./ideas.css');
const listsStyle = () => import('./lists.css');

const homeWords = wordsWith({
  zh: () => import('../features/home/words.zh.ts'),
  en: () => import('../features/home/words.en.ts'),
});
const submissionWords = wordsWith({
  zh: () => import('../features/submission/words.zh.ts'),
  en: () => import('../features/submission/words.en.ts'),
});
const ideasWords = wordsWith({
  zh: () => import('../features/ideas/words.zh.ts'),
  en: () => import('../features/ideas/words.en.ts'),
});
/** A page with the style of every page alone. */
export const page = lazily;

export function homePage<Props>(load: LoadPage<Props>) {
  return lazily(load, homeWords);
}

export function submitPage<Props>(load: LoadPage<Props>) {
  return lazily(load, submissionWords);
}

/** A page of ideas, or of what follows them. */
export function ideasPage<Props>(load: LoadPage<Props>) {
  return lazily(load, ideasStyle, listsStyle, ideasWords);
}

export function agendaPage<Props>(load: LoadPage<Props>) {
  return lazily(load, ideasStyle, () => import('./agenda.css'), ideasWords);
}

export function numbersPage<Props>(load: LoadPage<Props>) {
  return lazily(load, numbersStyle);
}

export function zonePage<Props>(load: LoadPage<Props>) {
  return lazily(load, numbersStyle, () => import('./staff.css'));
}

/** Any other page of staff. */
export function staffPage<Props>(load: LoadPage<Props>) {
  return lazily(load, ideasStyle, listsStyle, () => import('./staff.css'));
}
