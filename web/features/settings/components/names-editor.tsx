/**
 * Edits a list of names: add, remove, reorder. A removed name is retired: it can be offered again.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../../../ui/form/field.tsx';
import { ArrowUp } from '../../../ui/icon.ts';
import {
  differenceOf,
  faultOfName,
  type NamesFields,
  namesFields,
  namesIn,
  raised,
  withName,
  withoutName,
} from '../names.ts';
import { useSettingsWords } from '../words.ts';
import type { Editing } from './change-form.tsx';

interface Props extends Editing<NamesFields> {
  readonly present: readonly string[];
  readonly retired: readonly string[];
  readonly limits: { readonly is: (name: string) => boolean; readonly most: number };
  readonly label: string;
}

export function NamesEditor({ fields, change, errors, present, retired, limits, label }: Props) {
  const words = useSettingsWords();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<string | undefined>(undefined);
  const names = namesIn(fields);
  const { added, retired: retiring } = differenceOf(present, names);
  const set = (next: readonly string[]) => change({ names: namesFields(next).names });
  const add = () => {
    const found = faultOfName(fields.typed, names, limits);
    setFault(found && words.nameFaults[found]);
    if (found === undefined) change(namesFields(withName(names, fields.typed)));
  };
  useLayoutEffect(() => {
    // A moved or removed row loses the focus; it goes to the next place of work.
    if (pressed.current === undefined) return;
    const at = names.indexOf(pressed.current);
    pressed.current = undefined;
    list.current?.children[at]?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  });
  const offeredNoLonger = [...new Set([...retired, ...retiring])].filter(
    name => !names.includes(name),
  );
  return (
    <>
      <ul class="arranging names" ref={list}>
        {names.map((name, at) => (
          <li key={name}>
            <span class="item-title">
              {name}
              {added.includes(name) && <small> {words.addedUnsaved}</small>}
            </span>
            <button
              type="button"
              class="plain"
              aria-label={words.raise(name)}
              disabled={at === 0}
              onClick={() => {
                pressed.current = name;
                set(raised(names, name));
              }}
            >
              <ArrowUp class="icon" aria-hidden="true" />
            </button>
            <button
              type="button"
              class="plain"
              aria-label={added.includes(name) ? words.removeName(name) : words.retireName(name)}
              onClick={() => {
                pressed.current = names[at + 1] ?? names[at - 1];
                set(withoutName(names, name));
              }}
            >
              {added.includes(name) ? words.remove : words.retire}
            </button>
          </li>
        ))}
      </ul>
      {errors.names !== undefined && (
        <p class="fault" role="alert">
          {errors.names}
        </p>
      )}
      <Field label={label} error={fault ?? errors.typed}>
        {control => (
          <div class="beside">
            <input
              {...control}
              type="text"
              autocomplete="off"
              value={fields.typed}
              onInput={event => {
                setFault(undefined);
                change({ typed: event.currentTarget.value });
              }}
              onKeyDown={event => {
                if (event.key !== 'Enter') return;
                // Enter adds the name, and does not save the list yet.
                event.preventDefault();
                add();
              }}
            />
            <button type="button" class="secondary" onClick={add}>
              {words.add}
            </button>
          </div>
        )}
      </Field>
      {offeredNoLonger.length > 0 && (
        <details>
          <summary>{words.retiredNames(offeredNoLonger.length)}</summary>
          <ul class="arranging names">
            {offeredNoLonger.map(name => (
              <li key={name}>
                <span class="item-title">
                  {name}
                  {retiring.includes(name) && <small> {words.retiringUnsaved}</small>}
                </span>
                <button
                  type="button"
                  class="plain"
                  aria-label={words.offerAgainName(name)}
                  disabled={names.length >= limits.most}
                  onClick={() => set(withName(names, name))}
                >
                  {words.offerAgain}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
