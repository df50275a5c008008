/**
 * Ideas that were deferred in a round and have left its agenda; here the chair can reopen them, as
 * long as the round is not published.
 */
import { Link } from 'wouter-preact';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useRounds } from '../../../ui/rounds.ts';
import { useChairingWords } from '../chairing/words.ts';
import { ofEach, useIdeasOf } from '../use-ideas-of.ts';

/** The number of pages of a hundred that are searched in each of those rounds. */
const MOST_PAGES = 5;
/** Ideas submitted for earlier rounds may also have been deferred in this one. */
const EARLIER_ROUNDS = 6;

export function DeferredHere({ round }: { readonly round: RoundId }) {
  const words = useChairingWords();
  const { organization } = useOrganization();
  const rounds = useRounds().data?.items ?? [];
  const upToHere = rounds.map(({ id }) => id).filter(id => id <= round);
  const deferred = useIdeasOf(
    ofEach(upToHere.slice(0, EARLIER_ROUNDS + 1), ['deferred']),
    MOST_PAGES,
  );
  const here = deferred.data?.items.filter(({ decision }) => decision?.round === round) ?? [];
  if (here.length === 0) return null;
  return (
    <section>
      <h2>{words.deferredHere}</h2>
      <p>{words.deferredHereText}</p>
      <ul>
        {here.map(({ id, title }) => (
          <li key={id}>
            <Link href={paths.idea(organization.id, id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
