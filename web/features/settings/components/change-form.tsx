/**
 * A form that changes an existing thing. It validates before it calls the API, and keeps the typed
 * text until it has arrived. If another person has changed the same fields, it shows their values
 * beside the typed ones, and sends nothing until the user has chosen.
 */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Call } from '../../../../shared/contract/client.ts';
import { useConfirmation } from '../../../ui/confirmation.tsx';
import { Conflict } from '../../../ui/conflict.tsx';
import type { FieldErrors } from '../../../ui/form/field-errors.ts';
import { StorageWarning } from '../../../ui/form/storage-warning.tsx';
import { useFieldErrors } from '../../../ui/form/use-field-errors.ts';
import type { ValidationResult } from '../../../ui/form/validation-result.ts';
import { StatusMessage } from '../../../ui/status-message.tsx';
import { useConflictAwareDraft } from '../conflict-aware-draft.ts';
import { useChange } from '../use-change.ts';
import { useSettingsWords } from '../words.ts';
import { ChangeFailure } from './change-failure.tsx';

/** What the fields inside a form use. */
export interface Editing<Of> {
  readonly fields: Of;
  readonly change: (changes: Partial<Of>) => void;
  readonly errors: FieldErrors;
}

interface Props<Of extends Readonly<Record<string, string>>, Body, Reply> {
  /** Distinguishes the form from others; the typed text is stored under it. */
  readonly name: string;
  /** The present values of the fields. */
  readonly present: Of;
  readonly label: string;
  readonly check: (fields: Of) => ValidationResult<Body>;
  /** A confirmation before it is sent. */
  readonly question?: (body: Body) => string | undefined;
  /** Sends the change, on condition that the present values are still those on screen. */
  readonly send: (call: Call, body: Body) => Promise<Reply>;
  /** The result in words. */
  readonly said?: (reply: Reply) => string;
  readonly onDone?: (reply: Reply) => void;
  readonly onCancel?: () => void;
  /** Further information on a refusal. */
  readonly more?: (error: Error, fields: Of) => ComponentChildren;
  readonly children: (editing: Editing<Of>) => ComponentChildren;
}

export function ChangeForm<Of extends Readonly<Record<string, string>>, Body, Reply>(
  props: Props<Of, Body, Reply>,
) {
  const { name, present, label, check, question, send, onDone, onCancel, more, children } = props;
  const words = useSettingsWords();
  const edit = useConflictAwareDraft(name, present);
  const form = useRef<HTMLFormElement>(null);
  const [said, setSaid] = useState<string | undefined>(undefined);
  const { ask, confirmation } = useConfirmation();
  const changing = useChange(
    // With the function that sends it, because the present values may change during the question.
    (call, given: { readonly body: Body; readonly send: typeof send }) =>
      given.send(call, given.body),
    reply => {
      edit.drop();
      setSaid(props.said?.(reply));
      onDone?.(reply);
    },
  );

  const { errors, lookOver, forget } = useFieldErrors(form, changing.error, () =>
    check(edit.fields),
  );
  const submit = () => {
    const checked = lookOver();
    setSaid(undefined);
    changing.reset();
    if (!checked.ok) return;
    const { body } = checked;
    const text = question?.(body);
    if (!edit.edited) setSaid(words.nothingChanged);
    else if (text === undefined) changing.mutate({ body, send });
    else ask(text, () => changing.mutate({ body, send }));
  };
  const change = (changes: Partial<Of>) => {
    setSaid(undefined);
    edit.change(changes);
  };
  const drop = () => {
    forget();
    changing.reset();
    edit.drop();
  };

  const overtaken = edit.overtaken && !changing.isPending;
  return (
    <>
      <StatusMessage text={said} />
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          submit();
        }}
      >
        {children({ fields: edit.fields, change, errors })}
        {!overtaken && <ChangeFailure error={changing.error} />}
        {changing.error !== null && more?.(changing.error, edit.fields)}
        <p class="actions">
          <button
            type="submit"
            aria-busy={changing.isPending}
            disabled={changing.isPending || overtaken}
          >
            {label}
          </button>
          {onCancel !== undefined && (
            <button
              type="button"
              class="secondary"
              disabled={changing.isPending}
              onClick={() => {
                drop();
                onCancel();
              }}
            >
              {words.cancel}
            </button>
          )}
          {onCancel === undefined && edit.edited && !overtaken && (
            <>
              <button type="button" class="secondary" disabled={changing.isPending} onClick={drop}>
                {words.discard}
              </button>
              <small>{words.editKept}</small>
            </>
          )}
        </p>
        <StorageWarning />
      </form>
      {/* Outside the form: otherwise its radio buttons would belong to the form's. */}
      {overtaken && (
        <Conflict
          now={
            <fieldset disabled>
              {children({ fields: present, change: () => undefined, errors: {} })}
            </fieldset>
          }
          onKeep={() => {
            changing.reset();
            edit.keep();
          }}
          onDrop={drop}
        />
      )}
      {confirmation}
    </>
  );
}
