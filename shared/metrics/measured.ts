/**
 * Measurements and their metrics. Most are running totals and states, so a lost or repeated line
 * causes no lasting error.
 */
import type { OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import { type Rate, reaches } from '../domain/numbers/rate.ts';
import type { RoundStatistics } from '../domain/numbers/statistics.ts';
import type { Targets } from '../domain/organization/organization.ts';
import { type Kind, METRIC, type Metric } from './names.ts';

type Totals = RoundStatistics['total'];

interface OfOrganization {
  readonly organization: OrganizationId;
}
interface OfRound extends OfOrganization {
  readonly round: RoundId;
}

/** The kinds are those of `names.ts`, each with its data. */
interface Measurements {
  readonly round: OfRound & { readonly total: Totals };
  readonly publication: OfRound & { readonly total: Totals; readonly targets: Targets };
  readonly overdue: OfOrganization & { readonly overdue: number };
  readonly 'overdue-in-all': { readonly overdue: number };
  /** `drift`: the number of wrong numbers; 0 when all are right. */
  readonly audit: OfOrganization & { readonly drift: number };
  readonly steps: { readonly steps: number };
  readonly skipped: { readonly skipped: number };
}

export type Measured = { [Each in Kind]: { readonly kind: Each } & Measurements[Each] }[Kind];

/** Emits a measurement. */
export type EmitMetrics = (measured: Measured) => void;

/**
 * The metrics and their values; an undefined one, such as a rate without a denominator, is left
 * out.
 */
export function valuesOf(measured: Measured): readonly (readonly [Metric, number])[] {
  switch (measured.kind) {
    case 'round': {
      const { total } = measured;
      const days = total.daysToDecision.mean;
      return [
        [METRIC.submitted, total.submitted],
        [METRIC.adopted, total.adopted],
        [METRIC.decided, total.decided],
        ...percent(METRIC.adoptionRate, total.adoptionRate),
        ...percent(METRIC.participation, total.participation),
        ...(days === null ? [] : [[METRIC.decisionDays, days] as const]),
        [METRIC.accepted, total.accepted],
        [METRIC.verifiedBenefit, total.verifiedBenefit],
      ];
    }
    case 'publication': {
      const { total, targets } = measured;
      const { numerator, denominator } = targets.adoptionRate;
      return [
        ...percent(METRIC.publishedAdoptionRate, total.adoptionRate),
        [METRIC.adoptionRateTarget, hundredths((numerator / denominator) * 100)],
        // Without submissions there is no rate to fall short; the submissions do.
        [
          METRIC.adoptionRateBelowTarget,
          Number(reaches(total.adoptionRate, targets.adoptionRate) === false),
        ],
        [METRIC.publishedSubmissions, total.submitted],
        [METRIC.submissionsTarget, targets.ideas],
        [METRIC.submissionsBelowTarget, Number(total.submitted < targets.ideas)],
      ];
    }
    case 'overdue':
      return [[METRIC.overdue, measured.overdue]];
    case 'overdue-in-all':
      return [[METRIC.overdueInAll, measured.overdue]];
    case 'audit':
      return [[METRIC.drift, measured.drift]];
    case 'steps':
      return [[METRIC.cycleSteps, measured.steps]];
    case 'skipped':
      return [[METRIC.skippedIdeas, measured.skipped]];
  }
}

function percent(metric: Metric, { value }: Rate): readonly (readonly [Metric, number])[] {
  return value === null ? [] : [[metric, hundredths(value * 100)]];
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
