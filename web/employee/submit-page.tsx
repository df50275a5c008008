/**
 * Submits an idea. The typed text survives a lost network, a reload and signing in again; a
 * repeated attempt never submits the same draft twice.
 */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../shared/contract/client-errors.ts';
import { listIdeas, listMyIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { useCall } from '../api/call-context.tsx';
import { OtherDrafts } from '../form/other-drafts.tsx';
import { StorageWarning } from '../form/storage-warning.tsx';
import { useDrafts } from '../form/use-drafts.ts';
import { useFieldErrors } from '../form/use-field-errors.ts';
import { useWords } from '../language/language-context.tsx';
import { Failure } from '../shell/failure.tsx';
import { Whereabouts } from '../shell/late-failures.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PageTitle } from '../shell/page-title.tsx';
import { useOwnPlace } from '../storage/use-own-place.ts';
import { checkDraft, type Draft, emptyDraft, NEW_IDEA } from './draft.ts';
import { DraftForm } from './draft-form.tsx';
import { KeyReused } from './key-reused.tsx';
import { HandedIn } from './submitted.tsx';

export function HandInPage() {
  const words = useWords();
  const call = useCall();
  const queryClient = useQueryClient();
  const { organization } = useOrganization();
  const { draft, change, next, ...others } = useDrafts(useOwnPlace('idea'), NEW_IDEA);
  const [another, setAnother] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  const handIn = useMutation({
    mutationFn: ({ body, key }: { body: Parameters<typeof send>[0]; key: string }) =>
      send(body, key),
    onMutate: Whereabouts.ofPage,
    onSuccess: () => {
      next(emptyDraft(crypto.randomUUID()));
      queryClient.invalidateQueries({ queryKey: [listMyIdeas.id] });
      queryClient.invalidateQueries({ queryKey: [listIdeas.id] });
    },
  });

  function send(
    body: Extract<ReturnType<typeof checkDraft>, { ok: true }>['body'],
    idempotencyKey: string,
  ) {
    return call(submitIdea, { path: { organization: organization.id }, body, idempotencyKey });
  }

  const { errors, lookOver } = useFieldErrors(form, handIn.error, () =>
    checkDraft(draft, organization, words),
  );
  const submit = ({ key }: Pick<Draft, 'key'>) => {
    const checked = lookOver();
    handIn.reset();
    if (checked.ok) handIn.mutate({ body: checked.body, key });
  };

  useLayoutEffect(() => {
    if (another > 0) form.current?.querySelector<HTMLElement>('[name="title"]')?.focus();
  }, [another]);

  const handInAnother = () => {
    handIn.reset();
    setAnother(another + 1);
  };
  if (handIn.isSuccess) return <HandedIn idea={handIn.data} onAnother={handInAnother} />;

  const keyReused =
    handIn.error instanceof ApiProblem && handIn.error.problem.code === 'key-reused';
  return (
    <section>
      <PageTitle text={words.handInTitle} />
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          submit(draft);
        }}
      >
        <OtherDrafts {...others} />
        <DraftForm draft={draft} errors={errors} onChange={change} />
        {Object.keys(errors).length > 0 && (
          <p class="notice warning" role="alert">
            {words.mendFields}
          </p>
        )}
        {keyReused && (
          <KeyReused onHandInAsNew={() => submit(change({ key: crypto.randomUUID() }))} />
        )}
        {handIn.error !== null && !keyReused && <Failure error={handIn.error} />}
        <button type="submit" aria-busy={handIn.isPending} disabled={handIn.isPending}>
          {handIn.isPending ? words.handingIn : words.handIn}
        </button>
        <small>{draft.unnamed ? words.draftInTab : words.draftKept}</small>
        <StorageWarning />
      </form>
    </section>
  );
}
