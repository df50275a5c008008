/**
 * Submits an idea. The typed text survives a lost network, a reload and signing in again; a
 * repeated attempt never submits the same draft twice. Without a network it waits in the outbox.
 */
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { Suspense } from 'preact/compat';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { ApiProblem } from '../../../../shared/contract/client-errors.ts';
import type { submitIdea } from '../../../../shared/contract/routes/ideas.ts';
import { lazilyOr, type Missing } from '../../../i18n/lazily.ts';
import { useOutbox } from '../../../outbox/outbox-context.tsx';
import { paths } from '../../../paths.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { StorageWarning } from '../../../ui/form/storage-warning.tsx';
import { useDrafts } from '../../../ui/form/use-drafts.ts';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { Check } from '../../../ui/icon.ts';
import { Whereabouts } from '../../../ui/late-failures.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { ideasChanged } from '../../ideas/index.ts';
import { useWaitingPhotos } from '../../photos/index.ts';
import { CopyLast } from '../components/copy-last.tsx';
import { DraftForm } from '../components/draft-form.tsx';
import { type Content, checkDraft, type Draft, emptyDraft, NEW_IDEA } from '../draft.ts';
import { useSubmissionWords } from '../words.ts';

/** Few writers have another draft, or have sent one twice. */
const OtherDrafts = lazilyOr(
  NotLoaded,
  async () => (await import('../../../ui/form/other-drafts.tsx')).OtherDrafts,
);
const KeyReused = lazilyOr(
  NotLoaded,
  async () => (await import('../components/key-reused.tsx')).KeyReused,
);
/** What follows on handing in. It is loaded while the idea is written. */
const HandedIn = lazilyOr(
  Briefly,
  async () => (await import('../components/submitted.tsx')).HandedIn,
);
const Waits = lazilyOr(Briefly, async () => (await import('../components/waits.tsx')).Waits);

type Submitted = ReplyOf<typeof submitIdea>;

interface Sent {
  readonly body: Extract<ReturnType<typeof checkDraft>, { ok: true }>['body'];
  /** As the draft has them. */
  readonly photos: string;
  readonly key: string;
}

export function HandInPage() {
  const words = useSubmissionWords();
  const outbox = useOutbox();
  const queryClient = useQueryClient();
  const { organization, membership } = useOrganization();
  const { draft, change, drop: forget, next, ...others } = useDrafts('idea', NEW_IDEA);
  const blank = NEW_IDEA.isBlank(draft);
  const waitingPhotos = useWaitingPhotos('problem', 'proposal');
  const now = useRef({ draft, change });
  now.current = { draft, change };
  const [another, setAnother] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  const handIn = useMutation({
    mutationFn: send,
    onMutate: Whereabouts.ofPage,
    onSuccess: () => {
      next(emptyDraft(crypto.randomUUID()));
      ideasChanged(queryClient);
    },
  });

  async function send({ body, photos, key }: Sent) {
    const path = { organization: organization.id };
    const about = {
      title: body.title,
      address: paths.handIn(organization.id),
      round: organization.currentRound,
    };
    return outbox.post(
      { id: 'submitIdea', request: { path, body } },
      {
        key,
        about,
        member: membership.memberId,
        photos: await waitingPhotos(photos),
        draft: { drop: forget, keep: () => void now.current.change({}) },
      },
    );
  }

  const { errors, lookOver } = useFieldErrors(form, handIn.error, () =>
    checkDraft(draft, organization, words),
  );
  const submit = ({ key, photos }: Pick<Draft, 'key' | 'photos'>) => {
    const checked = lookOver();
    handIn.reset();
    if (checked.ok) handIn.mutate({ body: checked.body, photos, key });
  };

  useLayoutEffect(() => {
    if (another > 0) form.current?.querySelector<HTMLElement>('[name="title"]')?.focus();
  }, [another]);

  useEffect(() => {
    if (blank) return;
    // A failure is told when they are shown, after another try.
    HandedIn.preload().catch(() => undefined);
    Waits.preload().catch(() => undefined);
  }, [blank]);

  const handInAnother = () => {
    handIn.reset();
    setAnother(another + 1);
  };
  if (handIn.isSuccess) {
    const { data, variables } = handIn;
    return (
      <Suspense fallback={null}>
        {data.is === 'sent' ? (
          <HandedIn idea={data.answer} entry={variables.key} onAnother={handInAnother} />
        ) : (
          <Waits title={variables.body.title} onAnother={handInAnother} />
        )}
      </Suspense>
    );
  }

  /** Returns what takes it back, as long as that draft is open. */
  const copyInto = (content: Content) => {
    change(content);
    return () => {
      const { draft: open, change: changeOpen } = now.current;
      if (open.key === draft.key) changeOpen(emptyDraft(draft.key));
    };
  };

  /** Returns what brings it back, as long as nothing else is written. */
  const drop = () => {
    change(emptyDraft(crypto.randomUUID()));
    form.current?.querySelector<HTMLElement>('[name="title"]')?.focus();
    return () => {
      if (NEW_IDEA.isBlank(now.current.draft)) now.current.change(draft);
    };
  };

  const keyReused =
    handIn.error instanceof ApiProblem && handIn.error.problem.code === 'key-reused';
  return (
    <div class="narrow hand-in">
      <header class="page-head">
        <PageTitle text={words.handInTitle} />
        {blank && <CopyLast onCopy={copyInto} />}
      </header>
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          submit(draft);
        }}
      >
        {others.left.length > 0 && (
          <Suspense fallback={null}>
            <OtherDrafts {...others} />
          </Suspense>
        )}
        <DraftForm draft={draft} errors={errors} onChange={change} onDrop={drop} />
        {Object.keys(errors).length > 0 && (
          <p class="notice warning" role="alert">
            {words.mendFields}
          </p>
        )}
        {keyReused && (
          <Suspense fallback={null}>
            <KeyReused onHandInAsNew={() => submit(change({ key: crypto.randomUUID() }))} />
          </Suspense>
        )}
        {handIn.error !== null && !keyReused && <Failure error={handIn.error} />}
        <StorageWarning />
        <div class="hand-in-bar">
          <button type="submit" aria-busy={handIn.isPending} disabled={handIn.isPending}>
            {handIn.isPending ? words.handingIn : words.handIn}
          </button>
          {draft.unnamed !== '' ? (
            <small>{words.draftInTab}</small>
          ) : (
            !blank && (
              <small>
                <Check class="icon" aria-hidden="true" />
                {words.draftKept}
              </small>
            )
          )}
        </div>
      </form>
    </div>
  );
}

interface BrieflyProps extends Missing {
  readonly idea?: Submitted;
  readonly title?: string;
  readonly onAnother: () => void;
}

/** What became of an idea, where what tells more cannot be loaded: it has arrived, or it waits. */
function Briefly({ idea, title = '', onAnother, onRetry }: BrieflyProps) {
  const words = useSubmissionWords();
  return (
    <div class="narrow submitted">
      <h1 role="status">{idea ? words.handedIn(idea.title) : words.ideaWaits(title)}</h1>
      {idea?.claimCode === undefined ? (
        <NotLoaded onRetry={onRetry}>
          <button type="button" class="plain" onClick={onAnother}>
            {words.anotherOne}
          </button>
        </NotLoaded>
      ) : (
        <p>
          {words.claimCode}&nbsp;· {words.writeItDown} <strong>{idea.claimCode}</strong>
        </p>
      )}
    </div>
  );
}
