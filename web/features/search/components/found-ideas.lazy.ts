/** Loaded once somebody looks for something. */
/// <reference types="vite/client" />
import { lazilyOr } from '../../../i18n/lazily.ts';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { searchStyle } from '../style.ts';

export const FoundIdeas = lazilyOr(
  NotLoaded,
  async () => (await import('./found-ideas.tsx')).FoundIdeas,
  searchStyle,
);
