/**
 * A form for an act on an idea. It validates before it calls the API, asks for confirmation of an
 * irreversible act, and applies to the version on screen when it opened. If that version is
 * outdated, it says so and keeps the typed text.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Call } from '../../../../shared/contract/client.ts';
import type { IdeaAct } from '../../../../shared/domain/idea/lifecycle.ts';
import type { IdeaId, OrganizationId } from '../../../../shared/domain/kernel/ids.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useOrganization } from '../../../session/organization-context.tsx';
import { useConfirmation } from '../../../ui/confirmation.tsx';
import type { FieldErrors } from '../../../ui/form/field-errors.ts';
import { StorageWarning } from '../../../ui/form/storage-warning.tsx';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import type { ValidationResult } from '../../../ui/form/validation-result.ts';
import { type ActedOn, actsFor } from '../acts.ts';
import { useAct } from '../use-act.ts';
import { useIdeasWords } from '../words.ts';
import { ActFailure } from './act-failure.tsx';

/** The API call of an act on an idea. */
export interface ActRequest<Body> {
  readonly path: { readonly organization: OrganizationId; readonly idea: IdeaId };
  readonly body: Body;
  readonly ifMatch: number;
}

interface Props<Body, Reply> {
  readonly idea: ActedOn & {
    readonly organization: OrganizationId;
    readonly id: IdeaId;
    readonly version: number;
  };
  readonly act: IdeaAct;
  /** Whether it is possible still, where the table of transitions alone cannot say. */
  readonly possible?: boolean;
  /** The button's label. */
  readonly label: string;
  /** A confirmation before the act. */
  readonly question?: string;
  readonly check: () => ValidationResult<Body>;
  readonly send: (call: Call, request: ActRequest<Body>) => Promise<Reply>;
  /** Whether its answer is not the idea that it left. */
  readonly rereads?: boolean;
  /** Forgets the typed text, once it has arrived or is discarded. */
  readonly drop?: () => void;
  readonly onDone: (reply: Reply) => void;
  readonly onCancel?: () => void;
  readonly children: (errors: FieldErrors) => ComponentChildren;
}

export function ActForm<Body, Reply>(props: Props<Body, Reply>) {
  const { idea, act, label, question, check, send, drop, onDone, onCancel, children } = props;
  const common = useWords();
  const words = useIdeasWords();
  const { membership } = useOrganization();
  const form = useRef<HTMLFormElement>(null);
  const [seen, setSeen] = useState<number | undefined>(idea.version);
  const { ask, confirmation } = useConfirmation();
  const path = { organization: idea.organization, idea: idea.id };
  const acting = useAct(
    (call, body: Body) => send(call, { path, body, ifMatch: seen ?? idea.version }),
    reply => {
      drop?.();
      onDone(reply);
    },
    { rereads: props.rereads ?? false },
  );

  const { errors, lookOver } = useFieldErrors(form, acting.error, check);
  const submit = () => {
    const checked = lookOver();
    acting.reset();
    if (!checked.ok) return;
    if (question === undefined) acting.mutate(checked.body);
    else ask(question, () => acting.mutate(checked.body));
  };

  const giveUp = () => {
    drop?.();
    onCancel?.();
  };

  // The button that opened the form is gone. One that cannot be closed was there with its page.
  useLayoutEffect(() => {
    if (onCancel !== undefined)
      form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);

  const admitted = props.possible ?? actsFor(idea, membership).includes(act);
  const possible = acting.isPending || acting.isSuccess || admitted;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      {children(errors)}
      {!possible && (
        <p class="notice warning" role="alert">
          {words.noLongerPossible(common.statuses[idea.status])}
        </p>
      )}
      <ActFailure
        of={{
          error: acting.error,
          reset: () => {
            acting.reset();
            setSeen(undefined);
          },
        }}
        onDrop={onCancel && giveUp}
      />
      <p class="actions">
        <button type="submit" aria-busy={acting.isPending} disabled={acting.isPending || !possible}>
          {label}
        </button>
        {onCancel !== undefined && (
          <button type="button" class="secondary" disabled={acting.isPending} onClick={giveUp}>
            {common.cancel}
          </button>
        )}
      </p>
      <StorageWarning />
      {confirmation}
    </form>
  );
}
