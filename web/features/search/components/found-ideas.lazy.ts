/** Loaded once somebody looks for something. */
/// <reference types="vite/client" />
import { lazily } from '../../../i18n/lazily.ts';
import { searchStyle } from '../style.ts';

export const FoundIdeas = lazily(
  async () => (await import('./found-ideas.tsx')).FoundIdeas,
  searchStyle,
);
