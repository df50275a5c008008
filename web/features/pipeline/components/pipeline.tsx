/**
 * A strip with the number of a round's ideas at each stage. Each number leads to the ideas behind
 * it.
 */
import { Link } from 'wouter-preact';
import type { OrganizationId, RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { paths } from '../../../paths.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { STAGES, type Stage } from '../stages.ts';
import { type Counted, useStageCounts } from '../use-stage-counts.ts';
import { usePipelineWords } from '../words.ts';

interface Props {
  readonly round: RoundId;
  /** The stage that the page shows, if it shows one alone. */
  readonly current?: Stage | undefined;
}

export function Pipeline({ round, current }: Props) {
  return <PipelineOf round={round} current={current} counted={useStageCounts(round)} />;
}

interface PipelineOfProps extends Props {
  /** Undefined while they are read; the strip has its place by then. */
  readonly counted: Counted | undefined;
}

/** The strip of a page that has counted already. */
export function PipelineOf({ round, current, counted }: PipelineOfProps) {
  const words = usePipelineWords();
  const { organization, membership } = useOrganization();
  const screens = holds(membership, 'secretary');
  return (
    <nav class="pipeline" aria-label={words.pipeline(words.roundName(round))}>
      <ul>
        {STAGES.map(stage => (
          <li key={stage}>
            <Link
              href={pageOf(stage, organization.id, round, screens)}
              replace={current !== undefined}
              {...(stage === current && { 'aria-current': 'true' })}
            >
              <strong>
                {counted === undefined ? '–' : counted.counts[stage]}
                {counted?.more && '+'}
              </strong>
              <small>{words.stages[stage]}</small>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The page of a stage's ideas; the chair, who does not screen, sees them on the agenda. */
function pageOf(
  stage: Stage,
  organization: OrganizationId,
  round: RoundId,
  screens: boolean,
): string {
  switch (stage) {
    case 'waiting':
    case 'returned':
    case 'listed':
    case 'decided':
      return screens
        ? `${paths.screening(organization, round)}?show=${stage}`
        : paths.agenda(organization, round);
    case 'unassigned':
      return paths.followUp(organization);
    case 'implementing':
    case 'completed':
      return `${paths.followUp(organization)}?show=${stage}`;
  }
}
