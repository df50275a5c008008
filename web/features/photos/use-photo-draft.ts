/**
 * The photos of one kind in a draft: those it has, those that are still being shrunk, and what was
 * refused. Their bytes are kept with the draft.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { MOST_PHOTOS, type PhotoSubject } from '../../../shared/domain/idea/photo.ts';
import { useOwnPlace } from '../../session/use-own-place.ts';
import {
  type DraftPhoto,
  isNew,
  moved,
  nameOfPhoto,
  photosIn,
  photosText,
} from './draft-photos.ts';
import { keepPhoto, keptPhoto, sweepPhotos } from './kept-photos.ts';
import type { Photo } from './photo.ts';
import { type PhotoRefusal, shrink } from './shrink.ts';

/** A chosen file that is no photo of the draft yet. */
export interface Arriving {
  readonly key: string;
  readonly file: File;
  /** Undefined while it is being shrunk. */
  readonly why: PhotoRefusal | undefined;
}

/** What a form's field needs to know of its photos. */
export interface PhotosState {
  readonly count: number;
  readonly trouble: 'none' | 'wait' | 'mend';
}

export interface PhotoDraftProps {
  readonly of: PhotoSubject;
  /** All photos of the draft, as its text has them. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whether the device's next user must not find the draft. */
  readonly secret: boolean;
  /** Those that the idea has. */
  readonly stored: readonly Photo[];
}

export function usePhotoDraft({ of, value, onChange, secret, stored }: PhotoDraftProps) {
  const place = useOwnPlace('photo');
  const photos = photosIn(value, stored).filter(photo => photo.of === of);
  const [arriving, setArriving] = useState<readonly Arriving[]>([]);
  const bytes = useBytes(place, photos, secret);
  // A photo arrives after other fields have changed.
  const now = useRef({ value, onChange });
  now.current = { value, onChange };
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );

  const change = (to: (photos: readonly DraftPhoto[]) => readonly DraftPhoto[]) => {
    const next = photosText(to(photosIn(now.current.value, stored)), stored);
    now.current.value = next;
    now.current.onChange(next);
  };
  const set = (key: string, why: PhotoRefusal | undefined) =>
    setArriving(all => all.map(one => (one.key === key ? { ...one, why } : one)));
  const forget = (key: string) => setArriving(all => all.filter(one => one.key !== key));
  const take = async ({ key, file }: Pick<Arriving, 'key' | 'file'>) => {
    const shrunk = await shrink(file);
    if (gone.current) return;
    if (!shrunk.ok) return set(key, shrunk.why);
    change(all => [...all, { of, alt: '', key }]);
    forget(key);
    await keepPhoto(place, key, shrunk.blob, { inTab: secret });
  };

  return {
    photos,
    arriving,
    bytes,
    /** Takes as many as there is room for; returns how many were left out. */
    add: (files: readonly File[]): number => {
      const room = Math.max(0, MOST_PHOTOS - photos.length - arriving.length);
      const taken = files
        .slice(0, room)
        .map(file => ({ key: crypto.randomUUID(), file, why: undefined }));
      setArriving(all => [...all, ...taken]);
      for (const one of taken) void take(one);
      return files.length - taken.length;
    },
    retry: (one: Arriving) => {
      set(one.key, undefined);
      void take(one);
    },
    forget,
    describe: (photo: DraftPhoto, alt: string) =>
      change(all => all.map(one => (isSame(one, photo) ? { ...one, alt } : one))),
    shift: (photo: DraftPhoto, by: -1 | 1) =>
      change(all => {
        const one = all.find(other => isSame(other, photo));
        return one === undefined ? all : moved(all, one, by);
      }),
    /** Returns what takes it back. */
    remove: (photo: DraftPhoto): (() => void) => {
      const before = photosIn(now.current.value, stored);
      const at = before.findIndex(one => isSame(one, photo));
      change(all => all.filter(one => !isSame(one, photo)));
      return () =>
        change(all => {
          const full = all.filter(one => one.of === of).length >= MOST_PHOTOS;
          return full ? all : [...all.slice(0, at), photo, ...all.slice(at)];
        });
    },
  };
}

function isSame(one: DraftPhoto, other: DraftPhoto): boolean {
  return nameOfPhoto(one) === nameOfPhoto(other);
}

/** By key: the bytes, or that they are lost; nothing while they are being read. */
function useBytes(
  place: string,
  photos: readonly DraftPhoto[],
  secret: boolean,
): ReadonlyMap<string, Blob | 'lost'> {
  const [bytes, setBytes] = useState<ReadonlyMap<string, Blob | 'lost'>>(new Map());
  const keys = photos.filter(isNew).map(({ key }) => key);
  useEffect(() => {
    let gone = false;
    for (const key of keys)
      void keptPhoto(place, key).then(async blob => {
        if (gone) return;
        setBytes(all => new Map(all).set(key, blob ?? 'lost'));
        // Once more: the draft may have become secret, or a removal was taken back.
        if (blob !== undefined) await keepPhoto(place, key, blob, { inTab: secret });
      });
    return () => {
      gone = true;
    };
  }, [place, keys.join(), secret]);
  useEffect(() => {
    void sweepPhotos();
    return () => void sweepPhotos();
  }, [keys.join()]);
  return bytes;
}
