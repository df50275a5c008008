/** Loaded once somebody presses its key. */
/// <reference types="vite/client" />
import { lazilyOr } from '../../../i18n/lazily.ts';
import { Nothing } from '../../../ui/not-loaded.tsx';
import { searchStyle } from '../style.ts';

export const SearchPanel = lazilyOr(
  Nothing,
  async () => (await import('./search-panel.tsx')).SearchPanel,
  searchStyle,
);
