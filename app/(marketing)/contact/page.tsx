import { type Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { v4 as newFormKey } from "uuid";
import { ContactForm } from "./_components/contact-form";

export const metadata: Metadata = {
  title: "Contact",
  description: "Write to the people behind QuickScale. A person reads it and answers by email.",
};

export default async function ContactPage() {
  await connection(); // each form has a key of its own
  return (
    <div className="page-width py-16 sm:py-24">
      <div className="max-w-2xl">
        <h1 className="text-4xl tracking-[-0.025em]">Write to us</h1>
        <p className="mt-4 mb-10 text-lg text-ink-muted">
          A person reads it and answers by email. About a payment, tell us the address of your account and the
          date: we find the rest. What we do with your message stands in our{" "}
          <Link href="/privacy" className="text-accent-ink underline underline-offset-4">
            privacy notice
          </Link>
          .
        </p>
        <ContactForm formKey={newFormKey()} />
      </div>
    </div>
  );
}
