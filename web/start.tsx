/**
 * The pages, once the browser has all that they call: renders the application into its element of `index.html`.
 */
import { render } from 'preact';
import { App } from './app.tsx';

export function start(root: Element): void {
  root.replaceChildren();
  render(<App />, root);
}
