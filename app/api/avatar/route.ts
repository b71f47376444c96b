import { answerJson, answerPage, answerProblem, wantsJson } from "@/app/_http/answer-form";
import { requireMember } from "@/app/_http/require-member";
import { setAvatar } from "@/lib/avatars";
import { avatarUrl } from "@/lib/avatars/types";
import { getContext } from "@/lib/context";
import { readPictureForm } from "./read-picture-form";

const page = "/settings/profile";

/** Takes a new picture of who sends it: not an action, whose limit of a body is everybody's. */
export async function POST(request: Request): Promise<Response> {
  const ctx = getContext();
  try {
    const { userId } = await requireMember(request, ctx);
    const pictureId = await setAvatar(ctx, { userId, ...(await readPictureForm(request)) });
    return wantsJson(request)
      ? answerJson({ url: avatarUrl(pictureId, 512) })
      : answerPage(`${page}?notice=picture-saved`);
  } catch (error) {
    return answerProblem(error, page, { request, log: ctx.log });
  }
}
