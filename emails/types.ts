/** Props of every mail we send, by template name. Everything is already formatted or plain data. */
export interface EmailProps {
  "verify-email": { verifyUrl: string; expiresInHours: number };
  "account-exists": { signInUrl: string; resetUrl: string };
  "reset-password": { resetUrl: string; expiresInMinutes: number };
  "password-changed": { changedAt: string; resetUrl: string };
  "purchase-receipt": {
    packName: string;
    credits: string;
    amount: string;
    paidAt: string;
    card: string | null;
    balance: string;
    receiptUrl: string | null;
    creditsUrl: string;
  };
}

export type EmailTemplate = keyof EmailProps;

export type EmailMessage = { [T in EmailTemplate]: { template: T; props: EmailProps[T] } }[EmailTemplate];
