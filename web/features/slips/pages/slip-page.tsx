/**
 * The secretary types paper slips one after another: after each, the form is ready for the next one
 * of the same day. The typed text survives a lost network and a reload; a repeated attempt never
 * submits the same slip twice.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RequestOf } from '../../../../shared/contract/client.ts';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import { submitIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { OtherDrafts } from '../../../ui/form/other-drafts.tsx';
import { StorageWarning } from '../../../ui/form/storage-warning.tsx';
import { useDrafts } from '../../../ui/form/use-drafts.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { useAct } from '../../ideas/index.ts';
import { useSendPhotos } from '../../photos/index.ts';
import { DeskHead } from '../../pipeline/index.ts';
import { LastTyped } from '../components/last-typed.tsx';
import { SlipForm } from '../components/slip-form.tsx';
import { SlipTabs } from '../components/slip-tabs.tsx';
import { checkSlip, NEW_SLIP, nextSlip } from '../slip.ts';
import { authorWord } from '../slip-author.ts';
import { useTypedSlips } from '../typed-slips.ts';
import { useSlipsWords } from '../words.ts';

interface Sent {
  readonly body: RequestOf<typeof submitIdea>['body'];
  readonly photos: string;
  readonly key: string;
}

export function SlipPage() {
  const common = useWords();
  const words = useSlipsWords();
  const { organization } = useOrganization();
  const path = { organization: organization.id };
  const { draft: fields, change, drop: _, next, ...others } = useDrafts('slip', NEW_SLIP);
  const typed = useTypedSlips();
  const [said, setSaid] = useState<string | undefined>(undefined);
  const sendPhotos = useSendPhotos('problem');
  const form = useRef<HTMLFormElement>(null);
  const handingIn = useAct(
    async (call, { body, photos, key }: Sent) =>
      call(submitIdea, {
        path,
        body: { ...body, ...(await sendPhotos(photos)) },
        idempotencyKey: key,
      }),
    ({ id, title, round, authorId, people }) => {
      next(nextSlip(crypto.randomUUID(), fields.day));
      typed.add(id);
      const who = authorId === undefined ? common.unnamed : authorWord(authorId, people);
      setSaid(words.slipSaid(title, words.roundName(round), who));
    },
  );
  const { errors, lookOver } = useFieldErrors(form, handingIn.error, () =>
    checkSlip(fields, organization, words),
  );
  const submit = (key: string) => {
    const checked = lookOver();
    setSaid(undefined);
    handingIn.reset();
    if (checked.ok) handingIn.mutate({ body: checked.body, photos: fields.photos, key });
  };
  const asNew = () => {
    const key = crypto.randomUUID();
    change({ key });
    submit(key);
  };

  useLayoutEffect(() => {
    // After the announcement, the keyboard focus goes to the next slip.
    if (said !== undefined) form.current?.querySelector<HTMLElement>('[name="authorId"]')?.focus();
  }, [said]);

  const keyReused =
    handingIn.error instanceof ApiProblem && handingIn.error.problem.code === 'key-reused';
  return (
    <section>
      <DeskHead title={words.slipTitle} round={organization.currentRound} />
      <SlipTabs />
      <p>{words.slipText}</p>
      <StatusMessage text={said} />
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          submit(fields.key);
        }}
      >
        <OtherDrafts {...others} />
        <SlipForm fields={fields} errors={errors} onChange={change} />
        {Object.keys(errors).length > 0 && (
          <p class="notice warning" role="alert">
            {words.mendFields}
          </p>
        )}
        {keyReused && (
          <div class="notice warning" role="alert">
            <p>{words.slipKeyReused}</p>
            <button type="button" class="secondary" onClick={asNew}>
              {words.slipAsNew}
            </button>
          </div>
        )}
        {handingIn.error !== null && !keyReused && <Failure error={handingIn.error} />}
        <button type="submit" aria-busy={handingIn.isPending} disabled={handingIn.isPending}>
          {words.slipHandIn}
        </button>
        <StorageWarning />
      </form>
      <LastTyped typed={typed} onSaid={setSaid} />
    </section>
  );
}
