/** Loaded once somebody presses its key. */
/// <reference types="vite/client" />
import { lazily } from '../../../i18n/lazily.ts';
import { searchStyle } from '../style.ts';

export const SearchPanel = lazily(
  async () => (await import('./search-panel.tsx')).SearchPanel,
  searchStyle,
);
