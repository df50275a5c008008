/**
 * Starts the pages once an older browser has its polyfills, and says so if they do not come. Modules
 * are evaluated before, so none may call at once what a supported browser lacks.
 */
import { bringUpToDate } from '../browsers/bring-up-to-date.ts';

interface Pages {
  readonly start: (root: Element) => Promise<void>;
}

export function boot(load: () => Promise<Pages>): void {
  const root = document.getElementById('app');
  if (root === null) throw new Error('the page has no element #app');
  bringUpToDate()
    .then(load)
    .then(({ start }) => start(root))
    .catch((error: unknown) => {
      root.textContent =
        '页面没有载入，请检查网络后刷新。The page did not load: check the network, then reload.';
      throw error;
    });
}
