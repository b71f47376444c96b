import { type Metadata } from "next";

import { Prose } from "../_components/prose";

export const metadata: Metadata = {
  title: "Privacy",
  description: "What QuickScale stores about you, and why.",
};

export default function PrivacyPage() {
  return (
    <Prose
      title="Privacy notice"
      lead="In force from 22 November 2026. We store what the service needs, and this page is the whole list."
    >
      <h2>What we store, and why</h2>
      <ul>
        <li>
          Your e-mail address, and your name if you give it: to sign you in and to write to you about your
          account.
        </li>
        <li>Your password, only as a one-way hash: nobody can read it, we included.</li>
        <li>
          What else you sign in with: the public part of passkeys, the secret of an authenticator (encrypted),
          and the address of an account at Google or GitHub.
        </li>
        <li>
          Your sessions, with the kind of device and the network address: so that you and we can spot a
          stranger.
        </li>
        <li>Your purchases and credit entries: to keep the count, and because tax law asks for it.</li>
        <li>Which services you ran, when, at what cost and with what outcome: to charge and to explain.</li>
        <li>
          What you write on our contact page, with the name and address that you leave there: to answer you.
          It is deleted a year after we last did something about it.
        </li>
      </ul>
      <h2>What you send to a service</h2>
      <p>
        Text and images you give to a service are processed to make your result. They are not used for
        anything else, and they are never used to train models. The result is kept with your run, so that you
        can open it again; a file it made is deleted after 24 hours.
      </p>
      <h2>Cookies</h2>
      <p>
        One keeps you signed in, others protect the ways to sign in, one knows a browser again so that we can
        write to you about new ones, one carries the address you signed up with to the next page, and one
        remembers the width of the sidebar. There are none for advertising or tracking, so there is no banner
        to click away.
      </p>
      <h2>Who else sees it</h2>
      <ul>
        <li>
          Stripe, which takes payments: your e-mail address and what you buy. Card details go to Stripe alone.
        </li>
        <li>Resend, which delivers our mail: your e-mail address and the mail itself.</li>
        <li>Google or GitHub, only if you sign in with them: that you do.</li>
      </ul>
      <p>Nobody else, unless a court makes us. We do not sell data.</p>
      <h2>How long</h2>
      <p>
        As long as you have an account, and some of it for less: a session with its IP address until a day
        after it ended, links from our mails for 30 days, what our mails said for 90. When it is closed, what
        identifies you is removed, and records of payments are kept without your name for as long as the law
        asks.
      </p>
      <h2>Your rights</h2>
      <p>
        Take a copy of your data, correct it, or delete your account in the settings. Reply to any mail from
        us and a person will help.
      </p>
    </Prose>
  );
}
