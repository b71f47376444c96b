import { type Metadata } from "next";
import Link from "next/link";
import { Prose } from "../../_components/prose";

export const metadata: Metadata = { title: "Thank you", robots: { index: false } };

export default function ThanksPage() {
  return (
    <Prose title="Thank you" lead="Your message is with us. A mail that says so is on its way to your inbox.">
      <p>
        A person reads it and answers by email. If you do not see our mail, look among your spam: our answer
        may end up there, too.
      </p>
      <p>
        <Link href="/">Back to the home page</Link>
      </p>
    </Prose>
  );
}
