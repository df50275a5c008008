/**
 * The secretary's acts on an idea before its decision: put it on the agenda, return it, merge and
 * unmerge it, and ask for an opinion. Only acts that its state allows appear.
 */
import {
  returnIdea,
  scheduleIdea,
  unmergeIdea,
} from '../../../../shared/contract/routes/screening.ts';
import type { IdeaAct } from '../../../../shared/domain/idea/lifecycle.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { ActButton, actsFor, useOpenAct } from '../../ideas/index.ts';
import type { HandledIdea } from '../handled-idea.ts';
import { useScreeningWords } from '../words.ts';
import { ReasonForm } from './reason-form.tsx';
import { ReferralForm } from './referral-form.tsx';

const SCREENING: readonly IdeaAct[] = ['list', 'return', 'merge', 'unmerge', 'refer'];
/** The acts with a form of their own. */
const FORMS = ['return', 'refer'] as const;

interface Props {
  readonly idea: HandledIdea;
  readonly onDone: (said: string) => void;
  /** Called when it was handed on for an opinion; it goes on waiting here. */
  readonly onReferred?: (said: string) => void;
  readonly onMerge: () => void;
}

export function ScreeningActs({ idea, onDone, onReferred = onDone, onMerge }: Props) {
  const words = useScreeningWords();
  const { membership } = useOrganization();
  const { opened, open, elsewhere } = useOpenAct(FORMS);
  const acts = actsFor(idea, membership).filter(act => SCREENING.includes(act));
  const { title, version } = idea;
  const path = { organization: idea.organization, idea: idea.id };
  const close = () => open(undefined);
  if (opened === 'return')
    return (
      <ReasonForm
        idea={idea}
        act="return"
        wording={{
          name: words.returnIdea,
          label: words.returnText,
          hint: words.returnHint,
          phrases: words.returnPhrases,
        }}
        field="reason"
        send={(call, { path, body: reason, ifMatch }) =>
          call(returnIdea, { path, body: { reason }, ifMatch })
        }
        onDone={() => {
          close();
          onDone(words.returnedSaid(title));
        }}
        onCancel={close}
      />
    );
  if (opened === 'refer')
    return (
      <ReferralForm
        idea={idea}
        onDone={said => {
          close();
          onReferred(said);
        }}
        onCancel={close}
      />
    );
  if (elsewhere || acts.length === 0) return null;
  return (
    <div class="actions desk-acts">
      {acts.includes('list') && (
        <ActButton
          name={words.scheduleIdea}
          question={words.confirmList(title)}
          seen={version}
          act={(call, ifMatch) => call(scheduleIdea, { path, ifMatch })}
          onDone={({ agendaRound }) =>
            onDone(words.listedSaid(title, words.roundName(agendaRound)))
          }
          shortcut="A"
          look="main"
        />
      )}
      {acts.includes('return') && (
        <button
          type="button"
          class="secondary"
          aria-keyshortcuts="R"
          onClick={() => open('return')}
        >
          {words.returnIdea}
        </button>
      )}
      {acts.includes('merge') && (
        <button type="button" class="secondary" aria-keyshortcuts="M" onClick={onMerge}>
          {words.mergeIdea}
        </button>
      )}
      {acts.includes('refer') && (
        <button type="button" class="secondary" aria-keyshortcuts="O" onClick={() => open('refer')}>
          {words.referIdea}
        </button>
      )}
      {acts.includes('unmerge') && (
        <ActButton
          name={words.unmergeIdea}
          question={words.confirmUnmerge(title)}
          rereads
          seen={version}
          act={(call, ifMatch) => call(unmergeIdea, { path, ifMatch })}
          onDone={({ status }) => onDone(words.unmergedSaid(title, words.statuses[status]))}
        />
      )}
    </div>
  );
}
