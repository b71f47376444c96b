"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { Alert } from "@/components/ui/alert";
import { buttonStyles } from "@/components/ui/button-styles";
import { pictureTypes } from "@/lib/avatars/types";
import { findProblem, toPictureWords } from "./picture-words";

const CropDialog = dynamic(() => import("./crop-dialog").then((module) => module.CropDialog), { ssr: false });

interface PictureFormProps {
  /** Why the form that a browser without scripts sent was refused. */
  problem: string | null;
  replaces: boolean;
}

/** Takes a picture by choosing or dropping one. Without scripts it is sent as it is and cut in its middle. */
export function PictureForm({ problem: sentProblem, replaces }: PictureFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState(sentProblem);
  const [chosen, setChosen] = useState<{ file: File; url: string } | null>(null);

  function choose(file: File | undefined) {
    if (!file) return;
    const refused = findProblem(file);
    setProblem(refused);
    if (refused) form.current?.reset();
    else setChosen({ file, url: URL.createObjectURL(file) });
  }

  function close() {
    if (chosen) URL.revokeObjectURL(chosen.url);
    setChosen(null);
    form.current?.reset(); // so that the same file can be chosen again
  }

  function finish() {
    close();
    toast.success("Your picture is saved.");
    router.refresh();
  }

  return (
    <>
      <form ref={form} action="/api/avatar" method="post" encType="multipart/form-data">
        <label className="relative flex items-center gap-3 rounded-lg border border-dashed border-line-strong bg-sunken px-4 py-3 transition-colors hover:border-accent-ink hover:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink">
          <span className={buttonStyles({ variant: "secondary", size: "sm" })}>
            {replaces ? "Choose another picture" : "Choose a picture"}
          </span>
          <span className="text-ink-muted max-sm:hidden">or drop it here</span>
          <input
            type="file"
            name="picture"
            accept={pictureTypes.join(",")}
            required
            onChange={(event) => choose(event.currentTarget.files?.[0])}
            className="absolute inset-0 size-full cursor-pointer opacity-0"
          />
        </label>
        <noscript>
          <button type="submit" className={`mt-3 ${buttonStyles()}`}>
            Save picture
          </button>
        </noscript>
      </form>
      {problem ? (
        <Alert tone="danger" title={toPictureWords(problem).title}>
          {toPictureWords(problem).text}
        </Alert>
      ) : null}
      {chosen ? <CropDialog {...chosen} onCancel={close} onDone={finish} /> : null}
    </>
  );
}
