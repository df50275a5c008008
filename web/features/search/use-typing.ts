/**
 * Text that is used once its typing rests. What an input method composes is not text yet: nobody
 * looks for the letters of a pinyin.
 */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Typed text is looked for after this rest, in milliseconds. */
const REST = 250;

interface Typing {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Uses a text at once. */
  readonly settle: (text: string) => void;
}

/**
 * @param from the text in use; when it changes from elsewhere, such as by going back, it is shown
 * @param onRest called with the trimmed text
 */
export function useTyping(
  field: RefObject<HTMLInputElement>,
  from: string,
  onRest: (text: string) => void,
): Typing {
  const [text, setText] = useState(from);
  const [composing, setComposing] = useState(false);
  const used = useRef(from);
  const newest = useRef(onRest);
  newest.current = onRest;
  const settle = (typed: string) => {
    if (typed.trim() === used.current) return;
    used.current = typed.trim();
    newest.current(used.current);
  };
  useLayoutEffect(() => {
    if (from === used.current) return;
    used.current = from;
    setText(from);
  }, [from]);
  useEffect(() => {
    if (composing) return undefined;
    const timer = setTimeout(settle, REST, text);
    return () => clearTimeout(timer);
  }, [text, composing]);
  useEffect(() => {
    const input = field.current;
    const begin = () => setComposing(true);
    const end = () => setComposing(false);
    input?.addEventListener('compositionstart', begin);
    input?.addEventListener('compositionend', end);
    return () => {
      input?.removeEventListener('compositionstart', begin);
      input?.removeEventListener('compositionend', end);
    };
  }, []);
  return { text, write: setText, settle };
}
