/**
 * What the manager looks at: a round and the measure of its charts, both in the address, so that
 * going back and sharing keep them.
 */
import type { OrganizationId, RoundId } from '../../../shared/domain/kernel/ids.ts';
import { paths } from '../../paths.ts';
import { MEASURES, type Measure } from './series.ts';

const USUAL_MEASURE: Measure = 'adoptionRate';

export function readMeasure(address: URLSearchParams): Measure {
  const named = address.get('measure');
  return MEASURES.find(measure => measure === named) ?? USUAL_MEASURE;
}

/** The address of a round's numbers, looked at by a measure. */
export function numbersOfRound(
  organization: OrganizationId,
  round: RoundId,
  measure: Measure = USUAL_MEASURE,
): string {
  const path = paths.numbers(organization, round);
  return measure === USUAL_MEASURE ? path : `${path}?${new URLSearchParams({ measure })}`;
}
