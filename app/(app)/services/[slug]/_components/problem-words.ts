export interface ProblemWords {
  title: string;
  text: string;
}

const unchanged = "Your input is still here.";

const words: Record<string, ProblemWords> = {
  "services.timed_out": {
    title: "This took too long, so we stopped it",
    text: "You were not charged. Try again, or with a smaller input.",
  },
  "services.misbehaved": {
    title: "This service has a fault at the moment",
    text: "You were not charged. We have been told and are looking into it.",
  },
  "services.switched_off": {
    title: "This service is switched off for now",
    text: "You were not charged. Runs that had begun end as usual. Come back later.",
  },
  "services.quote_changed": {
    title: "The price is another one now",
    text: "You were not charged. Look at the new price and run it again if you agree.",
  },
  "services.form_too_large": {
    title: "This is too much to send",
    text: "Nothing was sent. Choose a smaller input.",
  },
  "services.form_broken": {
    title: "This did not arrive whole",
    text: `You were not charged. ${unchanged} Send it again.`,
  },
  "services.run_key_reused": {
    title: "This form was sent before with another input",
    text: "You were not charged a second time. Reload the page and run it again.",
  },
  "services.invalid_run_key": {
    title: "This form is out of date",
    text: "You were not charged. Reload the page and try again.",
  },
  "services.invalid_input": {
    title: "Something in the form is missing or wrong",
    text: "You were not charged.",
  },
  "services.unusable_input": {
    title: "This input can’t be used",
    text: "You were not charged. Try another one.",
  },
  "services.not_found": { title: "This service is not offered any more", text: "You were not charged." },
  "credits.insufficient": { title: "You have too few credits for this", text: "You were not charged." },
  "rate_limits.exceeded": {
    title: "That was a lot in a short time",
    text: `You were not charged. ${unchanged} Wait a minute and try again.`,
  },
  "quotas.exceeded": {
    title: "You have reached a limit of your plan",
    text: "You were not charged. The page of your usage says when it begins anew.",
  },
  "auth.signed_out": {
    title: "You are signed out",
    text: `You were not charged. ${unchanged} Sign in in another tab, then run it again.`,
  },
  "auth.viewing_only": {
    title: "You are only viewing",
    text: "You were not charged, and nor was the user: nothing was run. Stop viewing to use your own account.",
  },
  network: {
    title: "We could not reach the server",
    text: `${unchanged} Run it again when you are online: the same run is never charged twice.`,
  },
};

/** The words for a code, from the service's own first. */
export function toProblemWords(code: string, ofService: Readonly<Record<string, string>> = {}): ProblemWords {
  const own = Object.hasOwn(ofService, code) ? ofService[code] : undefined;
  if (own) return { title: own, text: "You were not charged." };
  const known = Object.hasOwn(words, code) ? words[code] : undefined;
  return (
    known ?? {
      title: "Something went wrong on our side",
      text: `You were not charged. ${unchanged} Try again.`,
    }
  );
}
