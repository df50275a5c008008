/**
 * The entry of the pages. Polyfills for an older browser have to be there before any other module
 * runs, so everything else is imported from here: the application, or the public bulletin alone.
 */
import { bringUpToDate } from '../browsers/bring-up-to-date.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app');
bringUpToDate()
  .then(() =>
    location.pathname.startsWith('/public/') ? import('./start-public.tsx') : import('./start.tsx'),
  )
  .then(({ start }) => start(root))
  .catch((error: unknown) => {
    root.textContent =
      '页面没有载入，请检查网络后刷新。The page did not load: check the network, then reload.';
    throw error;
  });
