/**
 * Says that an idea waits on the device until there is a network, and what that means: it counts for
 * the round in which it arrives.
 */
import { useEffect, useRef } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Clock } from '../../../ui/icon.ts';
import { useSubmissionWords } from '../words.ts';
import { RoundEnd } from './round-end.tsx';

interface Props {
  readonly title: string;
  readonly onAnother: () => void;
}

export function Waits({ title, onAnother }: Props) {
  const words = useSubmissionWords();
  const { organization } = useOrganization();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="narrow submitted">
      <section role="status">
        <h1 ref={heading} tabIndex={-1}>
          <Clock class="icon" aria-hidden="true" />
          {words.ideaWaits(title)}
        </h1>
        <p>{words.ideaWaitsHow}</p>
        <p class="muted">{words.countsWhenArrived}</p>
        <RoundEnd />
      </section>
      <p class="actions">
        <Link href={paths.outbox(organization.id)} class="button">
          {words.navOutbox}
        </Link>
        <button type="button" class="secondary" onClick={onAnother}>
          {words.anotherOne}
        </button>
      </p>
    </div>
  );
}
