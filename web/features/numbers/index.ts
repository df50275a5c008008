/** What other features see of `numbers`. */
export { Charted } from './components/charted.tsx';
export { Figure } from './components/figure.tsx';
export { LazyColumns } from './components/lazy-columns.tsx';
export { RateBar } from './components/rate-bar.tsx';
export type { Series } from './series.ts';
export { useNumbersWords } from './words.ts';
