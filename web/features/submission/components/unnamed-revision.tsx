/**
 * Revises an unnamed idea. Unlike other drafts this one is not stored on the device, where it would
 * reveal the author to the next person with the phone.
 */
import { useRef, useState } from 'preact/hooks';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import {
  type openUnnamedIdea,
  reviseUnnamedIdea,
} from '../../../../shared/contract/routes/unnamed.ts';
import type { ClaimCode } from '../../../../shared/domain/idea/claim-code.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import { ActFailure, useAct } from '../../ideas/index.ts';
import { PhotoField, useSendPhotos } from '../../photos/index.ts';
import { type Content, checkContent, contentOf } from '../draft.ts';
import { useSubmissionWords } from '../words.ts';
import { ContentFields } from './content-fields.tsx';

interface Props {
  readonly code: ClaimCode;
  readonly idea: ReplyOf<typeof openUnnamedIdea>;
  readonly onDone: () => void;
  /** Reads the idea again; the typed text stays. */
  readonly onReload: () => void;
  readonly onCancel: () => void;
}

export function UnnamedRevision({ code, idea, onDone, onReload, onCancel }: Props) {
  const words = useSubmissionWords();
  const { organization } = useOrganization();
  const [content, setContent] = useState<Content>(() => contentOf(idea));
  const [photos, setPhotos] = useState('');
  const sendPhotos = useSendPhotos('problem', 'proposal');
  const form = useRef<HTMLFormElement>(null);
  // The idea may keep a category that is no longer offered.
  const categories = [...new Set([...organization.categories, idea.category])];
  const revision = useAct(
    async (call, written: Extract<ReturnType<typeof checkContent>, { ok: true }>['body']) =>
      call(reviseUnnamedIdea, {
        path: { organization: organization.id },
        body: { code, ...written, ...(await sendPhotos(photos)) },
        ifMatch: idea.version,
      }),
    onDone,
  );
  const { errors, lookOver } = useFieldErrors(form, revision.error, () =>
    checkContent(content, categories, words),
  );
  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        const checked = lookOver();
        revision.reset();
        if (checked.ok) revision.mutate(checked.body);
      }}
    >
      <p>
        <small>{words.revisionNotKept}</small>
      </p>
      <ContentFields
        content={content}
        categories={categories}
        errors={errors}
        onChange={changes => setContent({ ...content, ...changes })}
        photosOf={of => (
          <PhotoField of={of} value={photos} unnamed stored={idea.photos} onChange={setPhotos} />
        )}
      />
      <ActFailure of={revision} load={onReload} onDrop={onCancel} />
      <p class="actions">
        <button type="submit" aria-busy={revision.isPending} disabled={revision.isPending}>
          {words.handInAgain}
        </button>
        <button type="button" class="secondary" disabled={revision.isPending} onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
