/**
 * Words for errors in a table of reward bands: in an answer of the API, and about a founding file.
 */
import type { BandFault } from '../domain/organization/reward-bands.ts';
import type { Words } from './language.ts';

export const BAND_FAULTS: Record<BandFault, Words> = {
  none: { zh: '至少要有一档', en: 'There must be one at least' },
  'too-many': { zh: '档次太多', en: 'There are too many' },
  'not-from-zero': { zh: '第一档应从 0 元起', en: 'The first begins at 0' },
  'not-ascending': { zh: '起点应高于上一档', en: 'It must begin above the one before' },
  'least-above-most': { zh: '下限高于上限', en: 'The least is above the most' },
  falling: { zh: '奖励不应低于上一档', en: 'It must not be below the one before' },
};
