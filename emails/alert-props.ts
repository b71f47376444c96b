/** Somebody came near a limit, or reached it. */
type QuotaAlertProps = {
  /** After "of your": "runs this month", "storage". */
  what: string;
  /** "80%" */
  percent: string;
  used: string;
  limit: string;
  /** What is refused at the limit: "New runs are", "New files are". */
  refused: string;
  /** After "once": "a month for each limit", "for each limit". */
  rhythm: string;
  /** When use begins at nothing again; null where it never does. */
  resetsAt: string | null;
  planName: string;
  /** The next plan, where it gives more of this. */
  next: { planName: string; limit: string; credits: string } | null;
  usageUrl: string;
  plansUrl: string;
};

/** Props of mails about limits, unusual use, and credits that are few or expire. */
export interface AlertEmailProps {
  "quota-near": QuotaAlertProps;
  "quota-reached": QuotaAlertProps;
  "usage-spike": {
    /** What rose, in the 24 hours before `until`: `last` "412 credits", `usual` "35 credits". */
    rises: readonly { what: string; last: string; usual: string }[];
    until: string;
    usageUrl: string;
    keysUrl: string;
  };
  "credits-low": {
    balance: string;
    threshold: string;
    /** Owed after money went back for credits that were spent; null when nothing is. */
    debt: string | null;
    buyUrl: string;
  };
  "credits-expiring": {
    /** Of all lots that the mail tells of. */
    credits: string;
    /** The soonest. */
    expiresAt: string;
    /** Each instant with how many expire then; the soonest first. */
    parts: readonly { expiresAt: string; credits: string }[];
    creditsUrl: string;
  };
}
