/** A plan that an admin gave without payment. */
export interface ComplimentaryPlan {
  id: string;
  planKey: string;
  planName: string;
  /** Of a whole month. */
  monthlyMilli: bigint;
  startsAt: Date;
  endsAt: Date;
}

/** As admins see it. */
export interface GivenPlan extends ComplimentaryPlan {
  reason: string;
  /** When it ended early, or was found to have ended. */
  endedAt: Date | null;
}
