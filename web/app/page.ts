/**
 * A page that is loaded when it is opened, with the style sheets that only some pages have.
 */
/// <reference types="vite/client" />
import type { ComponentType } from 'preact';
import { lazily } from '../i18n/lazily.ts';

type LoadPage<Props> = () => Promise<ComponentType<Props>>;

const numbersStyle = () => import('./numbers.css');
const ideasStyle = () => import('./ideas.css');
const listsStyle = () => import('./lists.css');

/** A page with the style of every page alone. */
export const page = lazily;

/** A page of ideas, or of what follows them. */
export function ideasPage<Props>(load: LoadPage<Props>) {
  return lazily(load, ideasStyle, listsStyle);
}

export function agendaPage<Props>(load: LoadPage<Props>) {
  return lazily(load, ideasStyle, () => import('./agenda.css'));
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
