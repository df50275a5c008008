/**
 * Reward bands (奖励档次): an organization's table from verified yearly benefit to a range in yuan,
 * with a proposal within it.
 */

export type BandsNotInOrder = {
  readonly code: 'bands-not-in-order';
  readonly fault: BandFault;
  readonly band: number;
};

/** A band: the range from a verified benefit on. */
export interface RewardBand {
  /** The band holds from this verified benefit (CNY a year) up to the next band's. */
  readonly from: number;
  /** The least and the most that may be approved, in CNY. */
  readonly least: number;
  readonly most: number;
}

/** The national regulation of 1986 on rewards for rationalization proposals (design, section 3). */
export const DEFAULT_BANDS: readonly RewardBand[] = [
  { from: 0, least: 0, most: 300 },
  { from: 10_000, least: 300, most: 500 },
  { from: 100_000, least: 500, most: 1500 },
  { from: 500_000, least: 1500, most: 2500 },
  { from: 1_000_000, least: 2500, most: 4000 },
];

export const MOST_BANDS = 20;

/** The error of a table of bands; undefined if it is valid. */
export type BandFault =
  | 'none'
  | 'too-many'
  | 'not-from-zero'
  | 'not-ascending'
  | 'least-above-most'
  | 'falling';

/**
 * Validates a table of bands. The first starts from 0, and each from a higher benefit than the one
 * before. `least` is no higher than `most`, and neither falls with more benefit. Returns the first
 * error and its band (from 0).
 */
export function faultOf(
  bands: readonly RewardBand[],
): { readonly fault: BandFault; readonly band: number } | undefined {
  if (bands.length === 0) return { fault: 'none', band: 0 };
  if (bands.length > MOST_BANDS) return { fault: 'too-many', band: MOST_BANDS };
  for (const [at, band] of bands.entries()) {
    const fault = faultAfter(bands[at - 1], band);
    if (fault) return { fault, band: at };
  }
  return undefined;
}

/** The error of a band after the one before it; the first one has none. */
export function faultAfter(
  before: RewardBand | undefined,
  band: RewardBand,
): BandFault | undefined {
  if (before === undefined && band.from !== 0) return 'not-from-zero';
  if (before !== undefined && band.from <= before.from) return 'not-ascending';
  if (band.least > band.most) return 'least-above-most';
  if (before !== undefined && (band.least < before.least || band.most < before.most))
    return 'falling';
  return undefined;
}

/** The bands' range and proposal for a verified benefit, all in CNY. */
export interface RewardProposal {
  readonly least: number;
  readonly most: number;
  readonly proposed: number;
}

/**
 * The range of a verified benefit's band (CNY a year), and a proposal. The proposal rises with the
 * benefit from the band's least to the next band's least, so more benefit never proposes less. The
 * last band has no next one and proposes its least.
 */
export function proposalFor(verifiedBenefit: number, bands: readonly RewardBand[]): RewardProposal {
  const at = bands.findLastIndex(({ from }) => from <= verifiedBenefit);
  const band = bands[at];
  if (!band) throw new RangeError('a benefit below all bands');
  const { from, least, most } = band;
  const next = bands[at + 1];
  if (!next) return { least, most, proposed: least };
  const top = Math.min(most, next.least);
  const proposed = Math.floor(
    least + ((top - least) * (verifiedBenefit - from)) / (next.from - from),
  );
  return { least, most, proposed: Math.max(least, proposed) };
}
