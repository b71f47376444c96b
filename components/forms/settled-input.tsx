"use client";

import { useEffect, useRef, useState, type ComponentProps } from "react";
import { Input } from "@/components/ui/input";

interface SettledInputProps extends Omit<ComponentProps<typeof Input>, "value" | "onChange"> {
  /** What counts now; a change from outside shows in the field. */
  value: string;
  /** Told once for what was typed: when nothing more is for a moment, or by Enter. */
  onSettle: (text: string) => void;
}

const pauseMs = 300;

/**
 * A field whose text asks the server for something. Who follows a link right after typing goes there: what was typed
 * is not asked for any more, and cannot overtake them.
 */
export function SettledInput({ value, onSettle, ...props }: SettledInputProps) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState({ settled: value, from: value });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    function cancel(event: MouseEvent) {
      if (event.target instanceof Element && event.target.closest("a")) clearTimeout(timer.current);
    }
    document.addEventListener("click", cancel, true);
    return () => {
      document.removeEventListener("click", cancel, true);
      clearTimeout(timer.current);
    };
  }, []);

  if (told.from !== value) {
    setTold({ settled: value, from: value });
    // Our own word coming back must not undo what was typed meanwhile.
    if (told.settled !== value) setText(value);
  }

  function settle(next: string) {
    clearTimeout(timer.current);
    if (next === told.settled) return;
    setTold((now) => ({ ...now, settled: next }));
    onSettle(next);
  }

  return (
    <Input
      {...props}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => settle(target.value), pauseMs);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Enter") settle(currentTarget.value);
      }}
    />
  );
}
