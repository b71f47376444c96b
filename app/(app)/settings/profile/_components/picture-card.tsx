import { Avatar } from "@/components/ui/avatar";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { avatarUrl, maxPictureBytes } from "@/lib/avatars/types";
import { formatBytes } from "@/lib/shared/format";
import { ButtonForm } from "../../_components/button-form";
import { submitRemovePicture } from "../_actions/remove-picture";
import { PictureForm } from "./picture-form";

interface PictureCardProps {
  /** What initials are made of. */
  name: string;
  pictureId: string | null;
  /** False where this installation stores no files. */
  available: boolean;
  problem: string | null;
}

export function PictureCard({ name, pictureId, available, problem }: PictureCardProps) {
  const limit = `JPEG, PNG, WebP, GIF or AVIF, at most ${formatBytes(maxPictureBytes)}.`;
  return (
    <Card aria-labelledby="picture">
      <CardHeader
        id="picture"
        title="Picture"
        description={
          available
            ? `Stands beside your name, for people who are signed in. ${limit}`
            : "Pictures are off here, because this installation has no place for files. Your initials stand in."
        }
      />
      <CardBody className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Avatar
          name={name}
          picture={pictureId && avatarUrl(pictureId, 512)}
          className="size-20 text-2xl sm:size-24"
        />
        {available ? (
          <div className="flex min-w-0 flex-1 basis-64 flex-col gap-3 sm:max-w-md">
            <PictureForm problem={problem} replaces={pictureId !== null} />
            {pictureId ? (
              <ButtonForm action={submitRemovePicture} label="Remove picture" variant="ghost" size="sm" />
            ) : null}
          </div>
        ) : null}
      </CardBody>
    </Card>
  );
}
