/** The form in which a typed slip is corrected; it starts with what was typed. */
import { useRef, useState } from 'preact/hooks';
import type { ReplyOf, RequestOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { correctSlip } from '../../../../shared/contract/routes/screening.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { draftOf } from '../../../ui/form/draft-fields.ts';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { ActFailure, useAct } from '../../ideas/index.ts';
import { useSendPhotos } from '../../photos/index.ts';
import { checkCorrection, slipFieldsOf } from '../slip.ts';
import { authorWord } from '../slip-author.ts';
import { useSlipsWords } from '../words.ts';
import { SlipForm } from './slip-form.tsx';

interface Props {
  readonly idea: ReplyOf<typeof getIdea>;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

export function CorrectionForm({ idea, onDone, onCancel }: Props) {
  const common = useWords();
  const words = useSlipsWords();
  const { organization } = useOrganization();
  // As it was when the form was opened.
  const [slip] = useState(idea);
  const typed = slipFieldsOf(slip, organization.calendar.timeZone);
  const place = ['correction', slip.id, String(slip.version)];
  const { draft: fields, change, drop } = useDraft(place, draftOf(typed));
  const [seen, setSeen] = useState<number | undefined>(slip.version);
  const sendPhotos = useSendPhotos('problem', 'proposal');
  const form = useRef<HTMLFormElement>(null);
  const correcting = useAct(
    async (call, body: RequestOf<typeof correctSlip>['body']) =>
      call(correctSlip, {
        path: { organization: organization.id, idea: slip.id },
        body: { ...body, ...(await sendPhotos(fields.photos)) },
        ifMatch: seen ?? idea.version,
      }),
    ({ title, authorId, people }) => {
      drop();
      onDone(
        words.correctedSaid(
          title,
          authorId === undefined ? common.unnamed : authorWord(authorId, people),
        ),
      );
    },
  );
  const { errors, lookOver } = useFieldErrors(form, correcting.error, () =>
    checkCorrection(fields, typed, organization, words),
  );
  const giveUp = () => {
    drop();
    onCancel();
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={words.correctTitle(slip.title)}
      onSubmit={event => {
        event.preventDefault();
        const checked = lookOver();
        correcting.reset();
        if (checked.ok) correcting.mutate(checked.body);
      }}
    >
      <SlipForm
        fields={fields}
        errors={errors}
        onChange={change}
        mayBeUnnamed={slip.authorId === undefined}
        mayHaveCoAuthors={false}
        people={slip.people}
        photos={slip.photos}
        corrected={slip.id}
      />
      <small>{words.correctTrace}</small>
      <ActFailure
        of={{
          error: correcting.error,
          reset: () => {
            correcting.reset();
            setSeen(undefined);
          },
        }}
        onDrop={giveUp}
      />
      <div class="actions">
        <button type="submit" aria-busy={correcting.isPending} disabled={correcting.isPending}>
          {words.correctSave}
        </button>
        <button type="button" class="secondary" onClick={giveUp}>
          {common.cancel}
        </button>
      </div>
    </form>
  );
}
