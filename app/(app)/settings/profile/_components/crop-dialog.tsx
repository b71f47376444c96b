"use client";

import { useState } from "react";
import Cropper from "react-easy-crop";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { Crop } from "@/lib/avatars/types";
import { toPictureWords } from "./picture-words";
import { sendPicture } from "./send-picture";
import { ZoomSlider } from "./zoom-slider";

interface CropDialogProps {
  file: File;
  /** Where the browser has it. */
  url: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Chooses the square of a picture, by mouse, fingers or keys, and sends it. */
export function CropDialog({ file, url, onDone, onCancel }: CropDialogProps) {
  const [position, setPosition] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [crop, setCrop] = useState<Crop | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function save() {
    if (!crop) return;
    setPending(true);
    const refused = await sendPicture(file, crop);
    setPending(false);
    setProblem(refused);
    if (!refused) onDone();
  }

  return (
    <Dialog open onOpenChange={onCancel}>
      <DialogContent
        title="Choose what is shown"
        description="Drag the picture, or move it with the arrow keys."
      >
        <div className="relative mt-5 h-72 overflow-hidden rounded-lg bg-sunken sm:h-80">
          <Cropper
            image={url}
            crop={position}
            zoom={zoom}
            aspect={1}
            cropShape="round"
            showGrid={false}
            keyboardStep={8}
            onCropChange={setPosition}
            onZoomChange={setZoom}
            onCropAreaChange={(_, pixels) => setCrop(pixels)}
            mediaProps={{ alt: "", onError: () => setProblem("avatars.damaged") }}
            cropperProps={{ "aria-label": "Part of the picture that is shown", role: "group" }}
          />
        </div>
        <ZoomSlider zoom={zoom} onZoom={setZoom} />
        {problem ? (
          <Alert tone="danger" title={toPictureWords(problem).title} className="mt-4">
            {toPictureWords(problem).text}
          </Alert>
        ) : null}
        <div className="mt-5 flex flex-wrap justify-end gap-2">
          <Button variant="secondary" onClick={onCancel}>
            Cancel
          </Button>
          <Button onClick={() => void save()} pending={pending} disabled={!crop}>
            Save picture
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}
