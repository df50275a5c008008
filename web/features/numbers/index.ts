/** What other features see of `numbers`. */

export { rateText, shareText } from '../../ui/rates.ts';
export { Breakdown } from './components/breakdown.tsx';
export { Figure } from './components/figure.tsx';
export { FollowUpFigures } from './components/follow-up.tsx';
export { RateBar } from './components/rate-bar.tsx';
export { useNumberWords } from './number-words.ts';
export type { Series } from './series.ts';
