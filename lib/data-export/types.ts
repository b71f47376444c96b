export type DataExportStatus = "pending" | "ready" | "failed" | "expired";

/** An export as its owner sees it. */
export interface DataExportView {
  id: string;
  status: DataExportStatus;
  askedAt: Date;
  /** Of the zip; null unless it is ready. */
  byteSize: number | null;
  expiresAt: Date | null;
}
