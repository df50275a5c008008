/**
 * Photos of one subject in a form: the buttons to take or choose them. What shrinks and shows them
 * is loaded with the first that is chosen, so that a form opens as fast as without photos.
 */
import { Suspense } from 'preact/compat';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MOST_PHOTOS, type PhotoSubject } from '../../../../shared/domain/idea/photo.ts';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { Camera, ImagePlus } from '../../../ui/icon.ts';
import { Nothing } from '../../../ui/not-loaded.tsx';
import type { Photo } from '../photo.ts';
import { photosStyle } from '../style.ts';
import type { PhotosState } from '../use-photo-draft.ts';
import { useChoosingWords } from './words.ts';

const PhotoRows = lazilyOr(
  Nothing,
  async () => (await import('../components/photo-rows.tsx')).PhotoRows,
  photosStyle,
);

interface Props {
  readonly of: PhotoSubject;
  /** All photos of the draft, as its text has them. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether the idea is unnamed, so that its photos stay in the tab, and may give its author away. */
  readonly unnamed?: boolean;
  /** Those that the idea has already. */
  readonly stored?: readonly Photo[] | undefined;
}

const NO_ROWS: PhotosState = { count: 0, trouble: 'none' };
const NONE: readonly Photo[] = [];

export function PhotoField({ of, value, onChange, unnamed = false, stored = NONE }: Props) {
  const words = useChoosingWords();
  const id = useId();
  const [loaded, setLoaded] = useState(false);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [{ count, trouble }, setState] = useState(NO_ROWS);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const load = () => {
    PhotoRows.preload().then(
      () => setLoaded(true),
      () => {
        setChosen([]);
        setSaid(words.photoNotLoaded);
      },
    );
  };
  const begun = value !== '' || stored.length > 0;
  useEffect(() => {
    if (begun) load();
  }, [begun]);

  // A form does not leave out a photo that its writer believes to be in it.
  const waits = chosen.length > 0 || trouble === 'wait';
  const invalid = waits ? words.photoWait : trouble === 'mend' ? words.photoMend : '';
  useLayoutEffect(() => input.current?.setCustomValidity(invalid), [invalid]);

  /** Says that there is no room before anything is taken or chosen in vain. */
  const choose = (from: HTMLInputElement | null) => {
    const full = count >= MOST_PHOTOS;
    setSaid(full ? words.photoFull(MOST_PHOTOS) : '');
    if (!full) from?.click();
  };
  const inputs = {
    type: 'file',
    accept: 'image/*',
    class: 'visually-hidden',
    tabIndex: -1,
    onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
      setChosen(Array.from(currentTarget.files ?? []));
      // The same file may be chosen again.
      currentTarget.value = '';
      load();
    },
  } as const;
  const touched = matchMedia('(pointer: coarse)').matches;
  const hinted = count > 0 || (unnamed && of === 'problem');
  return (
    <fieldset class="field" style={{ marginTop: -12 }}>
      <legend class="visually-hidden">{words.choosePhotosOf[of]}</legend>
      {loaded && (
        <Suspense fallback={null}>
          <PhotoRows
            of={of}
            value={value}
            onChange={onChange}
            secret={unnamed}
            stored={stored}
            chosen={chosen}
            onTaken={left => {
              setChosen([]);
              setSaid(left > 0 ? words.photoTooMany(MOST_PHOTOS, left) : '');
            }}
            onState={setState}
            onRemoved={() => button.current?.focus()}
          />
        </Suspense>
      )}
      <div style={{ display: 'flex', flexWrap: 'wrap', marginLeft: -8 }}>
        {/* A desktop ignores `capture`, and would have two buttons for one thing. */}
        {touched && (
          <button type="button" class="plain" onClick={() => choose(camera.current)}>
            <Camera class="icon" aria-hidden="true" />
            {words.takePhoto}
          </button>
        )}
        <button ref={button} type="button" class="plain" onClick={() => choose(input.current)}>
          <ImagePlus class="icon" aria-hidden="true" />
          {touched ? words.fromGallery : words.addPhoto}
        </button>
        <input
          {...inputs}
          ref={camera}
          capture="environment"
          aria-label={`${words.choosePhotosOf[of]}\u00a0· ${words.takePhoto}`}
        />
        <input
          {...inputs}
          ref={input}
          multiple
          name={`photos-${of}`}
          aria-label={words.choosePhotosOf[of]}
          aria-describedby={`${id}-said`}
          {...(invalid !== '' && { 'aria-invalid': 'true' })}
          // By a form that cannot be sent: nobody gets here by themselves.
          onFocus={() => setSaid(invalid)}
        />
      </div>
      {hinted && <small>{unnamed ? words.photoHintUnnamed : words.photoHint(MOST_PHOTOS)}</small>}
      <small id={`${id}-said`} role="status" class={said === '' ? '' : 'field-error'}>
        {said}
      </small>
    </fieldset>
  );
}
