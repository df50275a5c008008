/** An unnamed idea for its author, with their acts: revise, withdraw, or claim it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import {
  claimUnnamedIdea,
  type openUnnamedIdea,
  withdrawUnnamedIdea,
} from '../../../../shared/contract/routes/unnamed.ts';
import type { ClaimCode } from '../../../../shared/domain/idea/claim-code.ts';
import { actsFrom } from '../../../../shared/domain/idea/lifecycle.ts';
import { absorbedBy } from '../../../../shared/domain/idea/screening.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { Tracker } from '../../../ui/tracker.tsx';
import {
  ActFailure,
  DecisionNote,
  History,
  IdeaFacts,
  IdeaText,
  MergedInto,
  StatusBadge,
  useAct,
  useIdeasWords,
} from '../../ideas/index.ts';
import { useSubmissionWords } from '../words.ts';
import { UnnamedRevision } from './unnamed-revision.tsx';

interface Props {
  readonly code: ClaimCode;
  readonly idea: ReplyOf<typeof openUnnamedIdea>;
  /** Reads the idea again. */
  readonly onChanged: () => Promise<unknown>;
  readonly onClaimed: () => void;
  readonly onClose: () => void;
}

export function UnnamedIdea({ code, idea, onChanged, onClaimed, onClose }: Props) {
  const words = useSubmissionWords();
  const ideaWords = useIdeasWords();
  const { membership } = useOrganization();
  const [said, setSaid] = useState<string | undefined>(undefined);
  const [revising, setRevising] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The field of the code is gone.
  useLayoutEffect(() => heading.current?.focus(), []);

  const request = { path: { organization: idea.organization }, body: { code } };
  const withdrawal = useAct(
    (call, _: undefined) => call(withdrawUnnamedIdea, request),
    () => changed(words.withdrawn),
  );
  const claim = useAct((call, _: undefined) => call(claimUnnamedIdea, request), onClaimed);
  const changed = (what: string) => {
    setRevising(false);
    setSaid(what);
    // If it cannot be read again just now, the result is announced all the same.
    onChanged().catch(() => undefined);
  };

  const reload = () => {
    withdrawal.reset();
    claim.reset();
    onChanged().catch(() => undefined);
  };
  const acts = actsFrom(idea.status);
  const failed = withdrawal.error === null ? claim : withdrawal;
  const busy = withdrawal.isPending || claim.isPending;
  return (
    <article class="unnamed-idea">
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {idea.title}
        </h2>
        <p>
          <StatusBadge status={idea.status} /> <IdeaFacts idea={idea} people={idea.people} />
        </p>
      </header>
      <Tracker position={idea.tracker} />
      <NextStep next={idea.nextStep} />
      <StatusMessage text={said} />
      {idea.status === 'returned' && (
        <div class="notice attention">
          <p>
            <strong>{words.noteFromSecretary}</strong>
          </p>
          <p class="written">{idea.note}</p>
        </div>
      )}
      {revising ? (
        <UnnamedRevision
          code={code}
          idea={idea}
          onDone={() => changed(words.revised)}
          onReload={reload}
          onCancel={() => setRevising(false)}
        />
      ) : (
        <>
          {idea.into !== undefined && <MergedInto id={idea.into} />}
          <IdeaText idea={idea} own />
          {idea.decision !== undefined && (
            <DecisionNote decision={idea.decision} people={idea.people} />
          )}
          <ActFailure of={failed} load={reload} />
          <div class="actions">
            {acts.includes('revise') && (
              <button type="button" disabled={busy} onClick={() => setRevising(true)}>
                {words.revise}
              </button>
            )}
            {acts.includes('withdraw') && (
              <ConfirmButton
                name={words.withdraw}
                question={
                  words.confirmWithdraw(idea.title) +
                  ideaWords.withdrawalStrands(absorbedBy(idea).length)
                }
                disabled={busy}
                onConfirm={() => {
                  setSaid(undefined);
                  withdrawal.mutate(undefined);
                }}
              />
            )}
            {acts.includes('claim') && (
              <ConfirmButton
                name={words.claim}
                question={words.confirmClaim(membership.memberId, idea.title)}
                disabled={busy}
                onConfirm={() => {
                  setSaid(undefined);
                  claim.mutate(undefined);
                }}
              />
            )}
            <button type="button" class="plain" onClick={onClose}>
              {words.closeUnnamed}
            </button>
          </div>
          <p class="facts">
            {words.supports(idea.supports)}&nbsp;· {words.byDayOnly}
          </p>
          <History entries={idea.history} people={idea.people} />
        </>
      )}
    </article>
  );
}
