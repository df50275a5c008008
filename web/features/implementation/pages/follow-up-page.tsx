/**
 * What was adopted, until it is done: first the ideas of all rounds without an owner, so that none
 * is forgotten, and then the work under way.
 */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Part } from '../../../ui/part.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { DeskHead, useRoundInHand } from '../../pipeline/index.ts';
import { Unassigned } from '../components/unassigned.tsx';
import { UnderWay } from '../components/under-way.tsx';
import { useUnassigned } from '../use-unassigned.ts';
import { useImplementationWords } from '../words.ts';

export function FollowUpPage() {
  const words = useImplementationWords();
  const toast = useToast();
  const { organization } = useOrganization();
  const unassigned = useUnassigned();
  const count = unassigned.data?.ideas.length;
  return (
    <section>
      <DeskHead title={words.followUpTitle} round={useRoundInHand()}>
        <Link href={paths.tracking(organization.id)}>{words.toTheTracking}</Link>
      </DeskHead>
      <Part title={words.unassignedTitle}>
        <QueryView of={unassigned}>
          {({ ideas, people }) => (
            <>
              <p class="muted">
                {count === 0 ? words.followUpEmpty : words.followUpCount(ideas.length)}
              </p>
              <Unassigned ideas={ideas} people={people} onSaid={toast} />
            </>
          )}
        </QueryView>
      </Part>
      {/* Below what it depends on, so that it does not move. */}
      {count !== undefined && (
        <Part title={words.underWayTitle}>
          <UnderWay onSaid={toast} />
        </Part>
      )}
    </section>
  );
}
