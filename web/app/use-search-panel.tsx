/**
 * The search from everywhere: its keys, and its panel, which is loaded when it is first opened. The
 * keys rest while somebody types or is asked.
 */
import type { ComponentChild } from 'preact';
import { Suspense } from 'preact/compat';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { SearchPanel } from '../features/search/index.ts';
import { useWords } from '../i18n/language-context.tsx';
import { useToast } from '../ui/toast.tsx';

interface OpenedSearch {
  readonly open: () => void;
  /** To be rendered below the organization. */
  readonly panel: ComponentChild;
}

export function useSearchPanel(): OpenedSearch {
  const words = useWords();
  const toast = useToast();
  const [shown, setShown] = useState(false);
  const loading = useRef(false);
  const open = useCallback(async () => {
    loading.current = true;
    try {
      await SearchPanel.preload();
      setShown(true);
    } catch {
      toast(words.networkFailed);
    }
    loading.current = false;
  }, [toast, words]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (loading.current) {
        // What is typed ahead is meant for the panel, and for no other key of the page.
        event.preventDefault();
        event.stopPropagation();
      } else if (isSearchKey(event)) {
        event.preventDefault();
        open();
      }
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [open]);
  return {
    open,
    panel: shown && (
      <Suspense fallback={null}>
        <SearchPanel onClose={() => setShown(false)} />
      </Suspense>
    ),
  };
}

const TYPING = 'input, textarea, select, [contenteditable]';

function isSearchKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  repeat,
  isComposing,
  target,
}: KeyboardEvent) {
  const command = ctrlKey || metaKey;
  const meant = command ? key.toLowerCase() === 'k' : key === '/';
  if (!meant || altKey || repeat || isComposing) return false;
  if (target instanceof Element && target.closest(TYPING) !== null) return false;
  return document.querySelector('dialog[open]') === null;
}
