/**
 * A field that chooses one person or several: by name, pinyin, initials, number or team. The chosen
 * are chips before the text. It is a combobox with a list, as WAI-ARIA 1.2 describes it. A full
 * number is accepted without the directory, too.
 */
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import {
  isSameNumber,
  readNumber,
} from '../../../../shared/domain/organization/employee-number.ts';
import { Field } from '../../../ui/form/field.tsx';
import { X } from '../../../ui/icon.ts';
import type { People } from '../../../ui/person.tsx';
import {
  type ListedMember,
  membersNamed,
  needsPinyin,
  searchMembers,
  sharedNames,
} from '../search.ts';
import { useDirectory, useSpell } from '../use-directory.ts';
import { useDirectoryWords } from '../words.ts';

interface Common {
  readonly label: string;
  /** The field's name in the request, for its errors. */
  readonly name?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean | undefined;
  /** Who cannot be chosen, such as the author. */
  readonly exclude?: readonly MemberId[] | undefined;
  /** The people beside a reply, for the names of those who are chosen already. */
  readonly people?: People | undefined;
}

interface OnePerson {
  readonly multiple?: false;
  readonly value: MemberId | undefined;
  readonly onChange: (value: MemberId | undefined) => void;
}

interface SeveralPeople {
  readonly multiple: true;
  readonly max?: number;
  readonly value: readonly MemberId[];
  readonly onChange: (value: readonly MemberId[]) => void;
}

type Props = Common & (OnePerson | SeveralPeople);

/** How many suggestions are offered. */
const MOST = 8;

const SEPARATORS = /[\s,;、，；]+/;
const NOBODY: readonly MemberId[] = [];

export function PersonPicker(props: Props) {
  const { label, name, hint, error, required = false, disabled, exclude = NOBODY, people } = props;
  const words = useDirectoryWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  /** The place of the suggestion that Enter chooses. */
  const [active, setActive] = useState(0);
  const [focused, setFocused] = useState(false);
  const [wanted, setWanted] = useState(false);
  /** What was said of the last change, and how many it left: a form that begins anew has others. */
  const [said, setSaid] = useState({ text: '', left: 0 });

  const chosen = chosenIn(props);
  const max = props.multiple ? (props.max ?? Number.POSITIVE_INFINITY) : 1;
  const full = props.multiple === true && chosen.length >= max;
  const nameless = chosen.some(one => people?.[one] === undefined);
  const directory = useDirectory(wanted || nameless);
  const { members } = directory;
  const spell = useSpell(needsPinyin(text));
  const shared = useMemo(() => sharedNames(members), [members]);
  const found = useMemo(() => {
    if (!open || full) return [];
    const taken = new Set<MemberId>([...exclude, ...chosen]);
    const free = members.filter(member => !taken.has(member.id));
    return searchMembers(free, text, { most: MOST, spell });
  }, [open, full, members, text, spell, exclude.join(), chosen.join()]);
  const expanded = found.length > 0;
  const activeMember = found[Math.min(active, found.length - 1)];
  const optionId = (member: ListedMember) => `${id}-${member.id}`;

  const listId = `${id}-list`;
  // Bars at the bottom of a phone do not hide the suggestions.
  useLayoutEffect(() => {
    if (expanded) list.current?.scrollIntoView({ block: 'nearest' });
  }, [expanded, found.length]);
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const called = (one: MemberId): string =>
    members.find(member => member.id === one)?.name ?? people?.[one]?.name ?? one;
  const write = (typed: string) => {
    setText(typed);
    // A form does not leave out what was typed and is nobody yet.
    input.current?.setCustomValidity(typed.trim() === '' ? '' : words.pickFromList);
  };
  const change = (next: readonly MemberId[]) => {
    if (props.multiple) props.onChange(next);
    else props.onChange(next[0]);
    // The form hears of a choice as of typing.
    input.current?.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const pick = (picked: readonly MemberId[]) => {
    const added = picked.filter(one => !chosen.some(other => isSameNumber(one, other)));
    const next = props.multiple ? [...chosen, ...added].slice(0, max) : picked.slice(-1);
    change(next);
    write('');
    setOpen(false);
    setSaid({ text: words.personChosen(picked.map(called).join(words.listed)), left: next.length });
  };
  const remove = (one: MemberId) => {
    change(chosen.filter(other => other !== one));
    setSaid({ text: words.personRemoved(called(one)), left: chosen.length - 1 });
    input.current?.focus();
  };
  /** Chooses whom the text names without doubt; anything else stays in the field. */
  const settle = () => {
    setOpen(false);
    const meant = readPeople(text, {
      members,
      several: props.multiple === true,
      listed: directory.state === 'read',
    }).filter(one => !exclude.includes(one));
    if (meant.length > 0 && !full) pick(meant);
  };
  // What was typed before the directory arrived.
  useEffect(() => {
    if (!focused && text.trim() !== '' && directory.state !== 'loading') settle();
  }, [directory.state]);

  const undecided = !focused && text.trim() !== '' && directory.state !== 'loading';
  const unlisted = chosen.filter(
    one =>
      directory.state === 'read' &&
      people?.[one] === undefined &&
      !members.some(member => member.id === one),
  );
  const status = (() => {
    if (text.trim() !== '' || focused) {
      if (full) return words.enoughPeople(max);
      if (directory.state === 'failed') return words.directoryFailed;
    }
    if (text.trim() === '' || !open) {
      if (unlisted.length > 0) return words.notInDirectory;
      return said.left === chosen.length ? said.text : '';
    }
    if (directory.state === 'loading') return words.directoryLoading;
    return expanded ? words.personsFound(found.length) : words.nobodyFound;
  })();

  return (
    <Field label={label} hint={hint} error={error ?? (undecided ? words.pickFromList : undefined)}>
      {control => (
        <div class="person-picker">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the box only widens the field */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field itself takes the keys */}
          <div
            class={disabled === true ? 'person-box disabled' : 'person-box'}
            onClick={() => input.current?.focus()}
          >
            {chosen.length > 0 && (
              <ul aria-label={words.chosenPeople}>
                {chosen.map(one => (
                  <li key={one} class="person-chip">
                    <ChosenPerson
                      id={one}
                      people={people}
                      member={members.find(member => member.id === one)}
                      shared={shared}
                    />
                    <button
                      type="button"
                      class="plain"
                      disabled={disabled}
                      aria-label={words.removePerson(called(one))}
                      onClick={event => {
                        event.stopPropagation();
                        remove(one);
                      }}
                    >
                      <X class="icon" aria-hidden="true" />
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <input
              {...control}
              ref={input}
              type="text"
              name={name}
              role="combobox"
              aria-autocomplete="list"
              aria-haspopup="listbox"
              aria-expanded={expanded}
              aria-controls={listId}
              aria-activedescendant={activeMember && optionId(activeMember)}
              aria-required={required}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              disabled={disabled}
              readOnly={full}
              placeholder={placeholderOf(chosen.length, full, props.multiple === true, words)}
              value={text}
              onFocus={() => {
                setFocused(true);
                setWanted(true);
                if (directory.state === 'failed') directory.refetch();
              }}
              onBlur={() => {
                setFocused(false);
                settle();
              }}
              onInput={event => {
                write(event.currentTarget.value);
                setOpen(true);
                setActive(0);
                setSaid({ text: '', left: 0 });
              }}
              onKeyDown={event => {
                // The keys of an input method are its own. Safari ends the composition before.
                if (event.isComposing || event.keyCode === 229) return;
                if (event.key === 'Enter' && text.trim() !== '') {
                  // The form is not sent.
                  event.preventDefault();
                  if (activeMember === undefined) settle();
                  else pick([activeMember.id]);
                } else if (expanded && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
                  event.preventDefault();
                  const next = active + (event.key === 'ArrowDown' ? 1 : -1);
                  setActive(Math.min(Math.max(next, 0), found.length - 1));
                } else if (event.key === 'Escape' && open) {
                  event.preventDefault();
                  event.stopPropagation();
                  setOpen(false);
                } else if (event.key === 'ArrowDown' && !open && text.trim() !== '') {
                  event.preventDefault();
                  setOpen(true);
                } else if (event.key === 'Backspace' && text === '') {
                  const last = chosen[chosen.length - 1];
                  if (last !== undefined) remove(last);
                }
              }}
            />
          </div>
          <div
            ref={list}
            id={listId}
            class="person-options"
            role="listbox"
            aria-label={words.suggestions}
            hidden={!expanded}
            // The field keeps the focus.
            onMouseDown={event => event.preventDefault()}
          >
            {found.map(member => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field points at the option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
              <div
                key={member.id}
                id={optionId(member)}
                role="option"
                aria-selected={member === activeMember}
                onClick={() => pick([member.id])}
              >
                <span>{member.name ?? member.id}</span>
                <small>{placeOf(member, shared, text)}</small>
              </div>
            ))}
          </div>
          <small role="status">{status}</small>
        </div>
      )}
    </Field>
  );
}

interface Chosen {
  readonly id: MemberId;
  readonly people: People | undefined;
  readonly member: ListedMember | undefined;
  readonly shared: ReadonlySet<string>;
}

function ChosenPerson({ id, people, member, shared }: Chosen) {
  const words = useDirectoryWords();
  const { name, department } = member ?? people?.[id] ?? {};
  const number = name !== undefined && shared.has(name) ? id : undefined;
  return (
    <span title={words.memberNumber(id)}>
      {name ?? words.memberNumber(id)}
      {department !== undefined && (
        <small>{[department, number].filter(one => one !== undefined).join('\u00a0· ')}</small>
      )}
    </span>
  );
}

function chosenIn(props: OnePerson | SeveralPeople): readonly MemberId[] {
  if (props.multiple) return props.value;
  return props.value === undefined ? NOBODY : [props.value];
}

function placeholderOf(
  count: number,
  full: boolean,
  several: boolean,
  words: ReturnType<typeof useDirectoryWords>,
): string {
  if (count === 0) return words.pickerPlaceholder;
  return several && !full ? words.pickAnother : '';
}

/** What tells an option apart: department and team; the number, if the name alone does not. */
function placeOf(
  { id, name, department, team }: ListedMember,
  shared: ReadonlySet<string>,
  text: string,
): string {
  const byNumber = /\d/.test(text.normalize('NFKC'));
  const needed = name !== undefined && (shared.has(name) || byNumber);
  return [department, team, needed ? id : undefined]
    .filter(one => one !== undefined)
    .join('\u00a0· ');
}

interface Reader {
  readonly members: readonly ListedMember[];
  readonly several: boolean;
  /** Whether the directory is there: letters alone are then no number unless it has them. */
  readonly listed: boolean;
}

/**
 * The people whom a text names without doubt: by full number or by a name that one alone has. In a
 * field for several it may be a list. Nobody if any part is unclear.
 */
function readPeople(text: string, { members, several, listed }: Reader): MemberId[] {
  const read = (part: string): MemberId | undefined => {
    const named = membersNamed(members, part);
    if (named.length > 0) return named.length === 1 ? named[0]?.id : undefined;
    const number = readNumber(part);
    return number !== undefined && (!listed || /\d/.test(number)) ? number : undefined;
  };
  const whole = read(text);
  if (whole !== undefined) return [whole];
  const parts = several
    ? text
        .trim()
        .split(SEPARATORS)
        .filter(part => part !== '')
    : [];
  const people = parts.flatMap(part => read(part) ?? []);
  return people.length === parts.length ? people : [];
}
