import type { Metadata } from "next";
import { AuthHeading } from "../_components/auth-heading";
import { AuthSwitch } from "../_components/auth-switch";
import { ForgotForm } from "./forgot-form";

export const metadata: Metadata = { title: "Forgot password" };

export default function ForgotPasswordPage() {
  return (
    <>
      <AuthHeading title="Forgot your password?">
        Tell us your address, and we mail you a link to set a new one.
      </AuthHeading>
      <ForgotForm />
      <AuthSwitch question="Remembered it?" href="/sign-in" label="Sign in" />
    </>
  );
}
