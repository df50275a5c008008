/**
 * Toasts: short messages of what was done, with an undo where there is one. They are announced to
 * screen readers, wait while the pointer or the focus is on them, and then go by themselves.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../i18n/language-context.tsx';
import { X } from './icon.ts';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

/** Shows a message; `undo` takes back what it says, as long as it is in view. */
export type ShowToast = (text: string, undo?: () => void) => void;

const ToastContext = createContext<ShowToast | undefined>(undefined);

/** How long a toast is in view, in milliseconds: long enough to read it and reach its button. */
const LIFE = 8000;

export function ToastProvider({ children }: { readonly children: ComponentChildren }) {
  const [toast, setToast] = useState<Toast | undefined>(undefined);
  const last = useRef(0);
  const show = useCallback<ShowToast>((text, undo) => {
    last.current += 1;
    setToast({ id: last.current, text, undo });
  }, []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div class="toasts" aria-live="polite">
        {toast !== undefined && (
          <ToastMessage key={toast.id} toast={toast} onGone={() => setToast(undefined)} />
        )}
      </div>
    </ToastContext.Provider>
  );
}

/** A function that shows a toast. A new one takes the place of the one before. */
export function useToast(): ShowToast {
  const show = useContext(ToastContext);
  if (show === undefined) throw new Error('useToast needs a ToastProvider around it');
  return show;
}

function ToastMessage({ toast, onGone }: { readonly toast: Toast; readonly onGone: () => void }) {
  const words = useWords();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onGone, LIFE);
    return () => clearTimeout(timer);
  }, [held, onGone]);
  const { text, undo } = toast;
  return (
    <div
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      <p>{text}</p>
      {undo !== undefined && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            undo();
            onGone();
          }}
        >
          {words.undo}
        </button>
      )}
      <button type="button" class="plain" aria-label={words.close} onClick={onGone}>
        <X class="icon" aria-hidden="true" />
      </button>
    </div>
  );
}
