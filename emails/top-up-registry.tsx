import type { Templates } from "./template";
import { TopUpCapped } from "./top-up-capped";
import { TopUpNeedsYou } from "./top-up-needs-you";
import { TopUpOff } from "./top-up-off";
import { TopUpRefused } from "./top-up-refused";

type TopUpTemplate = "top-up-refused" | "top-up-needs-you" | "top-up-off" | "top-up-capped";

/** Mails about purchases that nobody clicked. Those that succeed have their receipt. */
export const topUpRegistry: Templates<TopUpTemplate> = {
  "top-up-refused": {
    subject: ({ amount }) => `Auto top-up is off: ${amount} could not be charged`,
    body: (props) => <TopUpRefused {...props} />,
  },
  "top-up-needs-you": {
    subject: ({ amount }) => `Auto top-up is off: confirm ${amount} yourself`,
    body: (props) => <TopUpNeedsYou {...props} />,
  },
  "top-up-off": {
    subject: () => "Auto top-up is off",
    body: (props) => <TopUpOff {...props} />,
  },
  "top-up-capped": {
    subject: ({ cap }) => `Auto top-up has reached your cap of ${cap}`,
    body: (props) => <TopUpCapped {...props} />,
  },
};
