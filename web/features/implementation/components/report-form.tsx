/**
 * The progress of a piece of work: a quarter by one tap or anything by the slider, and a note that
 * is begun already.
 */

import { PERCENT } from '../../../../shared/domain/kernel/percent.ts';
import { REASON } from '../../../../shared/domain/kernel/text.ts';
import { paths } from '../../../paths.ts';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { Field } from '../../../ui/form/field.tsx';
import { usePost } from '../../../ui/use-post.ts';
import { ActForm, useActFields } from '../../ideas/index.ts';
import { useImplementationWords } from '../words.ts';
import { checkReport, type OwnedIdea, QUARTERS } from '../work.ts';

interface Props {
  readonly idea: OwnedIdea;
  /** The progress that was chosen to open it. */
  readonly start: number;
  /** `waits`: it is in the outbox. */
  readonly onDone: (waits: boolean) => void;
  readonly onCancel: () => void;
  /** Goes on to the completion, which 100 % is near to. */
  readonly onComplete: () => void;
}

export function ReportForm({ idea, start, onDone, onCancel, onComplete }: Props) {
  const words = useImplementationWords();
  const { fields, change, drop } = useActFields('report', idea, {
    progress: String(start),
    note: words.noteBegun(start),
  });
  const post = usePost();
  /** What the writer has added to the note stays. */
  const choose = (progress: number) =>
    change({
      progress: String(progress),
      ...(fields.note === words.noteBegun(Number(fields.progress)) && {
        note: words.noteBegun(progress),
      }),
    });
  return (
    <ActForm
      idea={idea}
      act="report"
      label={words.reportPercent(Number(fields.progress))}
      check={() => checkReport(fields, words, words.notPercent)}
      send={(_call, { path, body }) =>
        post(
          { id: 'reportProgress', request: { path, body } },
          {
            about: { title: idea.title, address: paths.idea(path.organization, path.idea) },
          },
        ).then(posted => (posted.is === 'sent' ? posted.answer : posted.is))
      }
      drop={drop}
      onDone={reply => onDone(reply === 'waiting')}
      onCancel={onCancel}
    >
      {errors => (
        <>
          <Quarters chosen={Number(fields.progress)} onChoose={choose} />
          <Field label={words.progressField} error={errors.progress}>
            {control => (
              <input
                {...control}
                name="progress"
                type="range"
                {...PERCENT}
                step={5}
                value={fields.progress}
                aria-valuetext={words.percent(Number(fields.progress))}
                onInput={event => choose(Number(event.currentTarget.value))}
              />
            )}
          </Field>
          {fields.progress === '100' && (
            <p>
              {words.allDone}
              {words.sentenceGap}
              <button type="button" class="plain" onClick={onComplete}>
                {words.complete}
              </button>
            </p>
          )}
          <CountedText
            label={words.reportNote}
            name="note"
            limits={REASON}
            rows={2}
            hint={words.reportNoteHint}
            value={fields.note}
            onInput={note => change({ note })}
            error={errors.note}
          />
        </>
      )}
    </ActForm>
  );
}

interface QuartersProps {
  readonly chosen: number;
  readonly onChoose: (progress: number) => void;
}

/**
 * The quarters of the way, to choose by one tap. The form that opens shows them at the same place,
 * so that none moves under the pointer.
 */
export function Quarters({ chosen, onChoose }: QuartersProps) {
  const words = useImplementationWords();
  return (
    <span class="owner-report">
      <span aria-hidden="true">{words.report}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row in all supported browsers */}
      <div class="quarters" role="group" aria-label={words.report}>
        {QUARTERS.map(quarter => (
          <button
            key={quarter}
            type="button"
            class="chip"
            aria-pressed={chosen === quarter}
            onClick={() => onChoose(quarter)}
          >
            {words.percent(quarter)}
          </button>
        ))}
      </div>
    </span>
  );
}
