/**
 * Renders the application into its element of `index.html`, once the browser has all the calls that
 * it needs.
 */
import { render } from 'preact';
import { chosenLanguage } from '../i18n/language.ts';
import { loadWords } from '../i18n/word-table.ts';
import { App } from './app.tsx';

export async function start(root: Element): Promise<void> {
  await loadWords(chosenLanguage());
  root.replaceChildren();
  render(<App />, root);
}
