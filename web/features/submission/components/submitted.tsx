/**
 * Confirms that an idea has arrived: its round, the day of the meeting, what happens next, and a
 * link to it. An unnamed one shows its claim code, which must not be lost.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { submitIdea } from '../../../../shared/contract/routes/ideas.ts';
import { regularDay } from '../../../../shared/domain/organization/calendar.ts';
import { useLanguage } from '../../../i18n/language-context.tsx';
import { day } from '../../../i18n/moments.ts';
import { useOutbox } from '../../../outbox/outbox-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Check } from '../../../ui/icon.ts';
import { useAskedToStay } from '../../../ui/navigation-blocker.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { Tracker } from '../../../ui/tracker.tsx';
import { useSubmissionWords } from '../words.ts';
import { ClaimCodeCard } from './claim-code.tsx';

type Submitted = ReplyOf<typeof submitIdea>;

/** It waits for the secretary. */
const ARRIVED = { at: 'screening', state: 'under-way' } as const;

interface Props {
  readonly idea: Submitted;
  /** The entry of the outbox that keeps the claim code until it is written down. */
  readonly entry: string;
  readonly onAnother: () => void;
}

export function HandedIn({ idea, entry, onAnother }: Props) {
  const words = useSubmissionWords();
  const outbox = useOutbox();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [writtenDown, setWrittenDown] = useState(false);
  const { claimCode } = idea;
  const leave = useAskedToStay(
    claimCode === undefined || writtenDown ? undefined : words.confirmLeaving,
  );
  return (
    <div class="narrow submitted">
      <section role="status">
        <h1 ref={heading} tabIndex={-1}>
          <Check class="icon" aria-hidden="true" />
          {words.handedIn(idea.title)}
        </h1>
        <Facts idea={idea} />
      </section>
      {claimCode !== undefined && (
        <ClaimCodeCard
          code={claimCode}
          writtenDown={writtenDown}
          onWrittenDown={() => {
            setWrittenDown(true);
            void outbox.engine().then(engine => engine?.acknowledge(entry));
          }}
        />
      )}
      <section class="no-print" aria-label={words.nextStep}>
        <Tracker position={ARRIVED} />
        <p>{idea.unnamed ? words.afterwardsUnnamed : words.afterwards}</p>
      </section>
      <p class="actions no-print">
        <button type="button" onClick={() => leave(onAnother)}>
          {words.anotherOne}
        </button>
        {idea.unnamed ? (
          <Link href={paths.round(idea.organization, idea.round)} class="button secondary">
            {words.seeRound}
          </Link>
        ) : (
          <>
            <Link href={paths.idea(idea.organization, idea.id)} class="button secondary">
              {words.seeIdea}
            </Link>
            <CopyLink path={paths.idea(idea.organization, idea.id)} />
          </>
        )}
      </p>
    </div>
  );
}

function Facts({ idea }: { readonly idea: Submitted }) {
  const { language } = useLanguage();
  const words = useSubmissionWords();
  const { currentRound, calendar } = useOrganization().organization;
  // The calendar is what holds for the current round.
  const meeting =
    idea.round === currentRound
      ? (calendar.movedDays[idea.round] ?? regularDay(idea.round, calendar))
      : undefined;
  return (
    <dl>
      <div>
        <dt>{words.inRound}</dt>
        <dd>{words.roundName(idea.round)}</dd>
      </div>
      {meeting !== undefined && (
        <div>
          <dt>{words.meetingDay}</dt>
          <dd>{day(meeting, language)}</dd>
        </div>
      )}
    </dl>
  );
}

function CopyLink({ path }: { readonly path: string }) {
  const words = useSubmissionWords();
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(path, location.href).href);
      toast(words.linkCopied);
    } catch {
      toast(words.linkNotCopied);
    }
  };
  return (
    <button type="button" class="secondary" onClick={copy}>
      {words.copyLink}
    </button>
  );
}
