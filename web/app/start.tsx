/**
 * Renders the application into its element of `index.html`, once the browser has all the calls that
 * it needs.
 */
import { render } from 'preact';
import { App } from './app.tsx';

export function start(root: Element): void {
  root.replaceChildren();
  render(<App />, root);
}
