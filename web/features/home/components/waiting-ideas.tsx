/**
 * The reader's ideas that wait on this device: theirs already, though the API has not heard of them.
 * Unnamed ones are not among theirs.
 */
import { Link } from 'wouter-preact';
import { useWaitingActs } from '../../../outbox/waiting-acts.ts';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useHomeWords } from '../words.ts';

export function useWaitingIdeas() {
  const { organization } = useOrganization();
  return useWaitingActs(undefined, 'submitIdea').filter(
    ({ act: { request }, state }) =>
      request.body.unnamed !== true &&
      request.path.organization === organization.id &&
      state.is !== 'sent',
  );
}

interface Props {
  readonly ideas: ReturnType<typeof useWaitingIdeas>;
}

export function WaitingIdeas({ ideas }: Props) {
  const words = useHomeWords();
  const { organization } = useOrganization();
  return (
    <ul class="rows" aria-label={words.waitingIdeas}>
      {ideas.map(({ id, about: { title } }) => (
        <li key={id} class="my-idea idea-head">
          <h2>
            <Link href={paths.outbox(organization.id)}>{title}</Link>
          </h2>
          <span class="badge">{words.waitsToBeSent}</span>
        </li>
      ))}
    </ul>
  );
}
