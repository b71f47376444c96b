"use client";

import { useEffect, useRef, useState, type ComponentProps } from "react";
import { Input } from "@/components/ui/input";

interface SettledInputProps extends Omit<ComponentProps<typeof Input>, "value" | "onChange" | "onBlur"> {
  /** What counts now; a change from outside shows in the field. */
  value: string;
  /** Told once for what was typed: when nothing more is for a moment, by Enter, and when the field is left. */
  onSettle: (text: string) => void;
}

const pauseMs = 300;

/**
 * A field whose text asks the server for something. Leaving it settles at once, so that a click elsewhere is not
 * overtaken by what was typed before it.
 */
export function SettledInput({ value, onSettle, ...props }: SettledInputProps) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState({ settled: value, from: value });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

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
      onBlur={({ target }) => settle(target.value)}
    />
  );
}
